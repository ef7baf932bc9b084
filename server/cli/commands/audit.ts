// `mailfit audit verify`: reads the whole audit log and says whether its chain is whole.

import type { ChainVerdict } from '../../core/access/audit-chain.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import { EXIT } from '../../errors.ts';
import { withAppOnData } from '../app-on-data.ts';
import type { RegisterCommand } from '../command.ts';
import { jsonText } from '../terminal.ts';

const VERDICT_TEXTS = {
  whole: { en: 'the audit log is whole', ja: '監査ログの連鎖に異常はありません' },
  entries: { en: 'entries', ja: '件' },
  head: { en: 'hash of the last entry', ja: '最後の記録のハッシュ値' },
  broken: { en: 'the audit log is broken at entry', ja: '監査ログの連鎖に異常があります。記録番号' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

const FAULT_TEXTS: Readonly<
  Record<Extract<ChainVerdict, { readonly kind: 'broken' }>['fault'], LocalizedText>
> = {
  entryChanged: { en: 'it was changed', ja: '書き換えられています' },
  linkBroken: { en: 'it does not follow the one before it', ja: '直前の記録とつながっていません' },
  numberMissing: { en: 'it is missing', ja: '記録が欠けています' },
  endMissing: {
    en: 'the entry with the given hash is gone',
    ja: '指定したハッシュ値の記録がありません',
  },
};

interface VerifyOptions {
  readonly head?: string;
  readonly data?: string;
  readonly json?: true;
}

export const registerAudit: RegisterCommand = (program, run) => {
  const audit = program.command('audit').description('the audit log');
  audit
    .command('verify')
    .description('check that no entry of the audit log was changed, removed or inserted')
    .option('--head <HASH>', 'hash that was noted down earlier: its entry must still be there')
    .option('--data <DIR>', 'folder of the embedded database')
    .option('--json', 'one JSON document on standard output')
    .action((options: VerifyOptions) =>
      run((context) =>
        withAppOnData(context.app, options.data, async (app) => {
          const verdict = await (await app.auditLog()).verify(options.head);
          const { terminal } = context;
          terminal.out(
            options.json === true
              ? jsonText({ schema: 'mailfit.audit-verdict/1', ...verdict })
              : verdictLines(verdict, terminal.lang),
          );
          return verdict.kind === 'whole' ? EXIT.done : EXIT.answerIsNo;
        }),
      ),
    );
};

function verdictLines(verdict: ChainVerdict, lang: 'en' | 'ja'): string {
  const colon = lang === 'ja' ? '：' : ': ';
  if (verdict.kind === 'whole') {
    const count = `${verdict.entries} ${VERDICT_TEXTS.entries[lang]}`;
    return `${VERDICT_TEXTS.whole[lang]}${colon}${count}\n${VERDICT_TEXTS.head[lang]}${colon}${verdict.headHash}`;
  }
  return `${VERDICT_TEXTS.broken[lang]} ${verdict.atNumber}${colon}${FAULT_TEXTS[verdict.fault][lang]}`;
}
