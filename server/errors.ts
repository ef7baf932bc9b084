// The closed catalogue of expected failures: code, HTTP status, exit status, and in both languages what to do.
// Anything else that is thrown is a bug and ends as `internal`.

import type { Lang, LocalizedText } from './core/text/localized.ts';

/** Exit statuses of the command line; other programs rely on them. */
export const EXIT = {
  done: 0,
  answerIsNo: 1,
  badInput: 2,
  refusedForSafety: 3,
  targetUnreachable: 4,
  generatorBound: 5,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

interface CatalogueEntry {
  readonly httpStatus: number;
  readonly exitStatus: ExitStatus;
  readonly title: LocalizedText;
  readonly hint: LocalizedText;
}

export const ERROR_CATALOGUE = {
  badInput: {
    httpStatus: 400,
    exitStatus: EXIT.badInput,
    title: { en: 'The input cannot be used', ja: '入力を受け付けられません' },
    hint: {
      en: 'Correct the places named here; everything else stays as you typed it.',
      ja: '示した箇所を直してください。ほかの入力はそのまま残っています。',
    },
  },
  wrongUse: {
    httpStatus: 400,
    exitStatus: EXIT.badInput,
    title: { en: 'The command cannot be run like this', ja: 'コマンドの使い方が正しくありません' },
    hint: { en: 'Add --help to see what it accepts.', ja: '--help を付けると使い方を表示します。' },
  },
  notFound: {
    httpStatus: 404,
    exitStatus: EXIT.badInput,
    title: { en: 'There is nothing here', ja: '見つかりません' },
    hint: {
      en: 'Check the address or the identifier.',
      ja: 'アドレスまたは識別子をご確認ください。',
    },
  },
  forbidden: {
    httpStatus: 403,
    exitStatus: EXIT.refusedForSafety,
    title: { en: 'Your role does not allow this', ja: 'この操作を行う権限がありません' },
    hint: {
      en: 'Ask an administrator for another role.',
      ja: '管理者に役割の変更を依頼してください。',
    },
  },
  refusedForSafety: {
    httpStatus: 403,
    exitStatus: EXIT.refusedForSafety,
    title: { en: 'Refused for safety', ja: '安全のため実行しませんでした' },
    hint: {
      en: 'Load goes only to servers you control: this machine, or networks the operator has allowed.',
      ja: '負荷をかけられるのは、このコンピューターと、管理者が許可したネットワークにあるサーバーだけです。',
    },
  },
  targetUnreachable: {
    httpStatus: 502,
    exitStatus: EXIT.targetUnreachable,
    title: { en: 'The target cannot be reached', ja: '対象のサーバーに接続できません' },
    hint: {
      en: 'Check that the server is running and that host and port are right.',
      ja: 'サーバーが動いていること、ホスト名とポート番号が正しいことをご確認ください。',
    },
  },
  fileUnusable: {
    httpStatus: 400,
    exitStatus: EXIT.badInput,
    title: { en: 'The file cannot be read', ja: 'ファイルを読み込めません' },
    hint: { en: 'Check the path and its permissions.', ja: 'パスとアクセス権をご確認ください。' },
  },
  formatUnavailable: {
    httpStatus: 501,
    exitStatus: EXIT.badInput,
    title: { en: 'This format cannot be made here', ja: 'この環境ではこの形式を作成できません' },
    hint: {
      en: 'Choose HTML and print it to PDF from the browser.',
      ja: 'HTML形式を選び、ブラウザーの印刷機能でPDFとして保存してください。',
    },
  },
  evaluationFrozen: {
    httpStatus: 409,
    exitStatus: EXIT.answerIsNo,
    title: { en: 'This evaluation is frozen', ja: 'この評価は確定済みです' },
    hint: {
      en: 'The weights stay as they were frozen. Open the evaluation again, with a reason, to change them.',
      ja: '重みは確定時のまま保たれます。変更するには、理由を添えて確定を解除してください。',
    },
  },
  mailNotSent: {
    httpStatus: 502,
    exitStatus: EXIT.targetUnreachable,
    title: { en: 'The report was not sent', ja: '報告書を送信できませんでした' },
    hint: {
      en: 'The report itself is complete. Set MAILFIT_SMTP_URL and MAILFIT_MAIL_FROM, or correct what the server objects to, and send again.',
      ja: '報告書は作成済みです。MAILFIT_SMTP_URL と MAILFIT_MAIL_FROM の設定、またはサーバーが示した理由を確認して、もう一度送信してください。',
    },
  },
  internal: {
    httpStatus: 500,
    exitStatus: EXIT.answerIsNo,
    title: { en: 'Something went wrong inside mailfit', ja: 'mailfit の内部で問題が起きました' },
    hint: {
      en: 'What was saved is safe. Please report this with the request number.',
      ja: '保存済みの内容は失われていません。受付番号を添えてご報告ください。',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;

export type ErrorCode = keyof typeof ERROR_CATALOGUE;

/** An expected failure. `details` name the places at fault, one line each, already in the user's language. */
export class MailfitError extends Error {
  readonly code: ErrorCode;
  readonly details: readonly string[];

  constructor(code: ErrorCode, details: readonly string[], cause?: unknown) {
    super(`${ERROR_CATALOGUE[code].title.en}: ${details.join('; ')}`, { cause });
    this.name = 'MailfitError';
    this.code = code;
    this.details = details;
  }
}

/** The failure as lines for a terminal: what, where, what to do. */
export function describeError(error: MailfitError, lang: Lang): string {
  const entry = ERROR_CATALOGUE[error.code];
  return [entry.title[lang], ...error.details.map((line) => `  ${line}`), entry.hint[lang]].join('\n');
}
