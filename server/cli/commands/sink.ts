// `mailfit sink …`: a built-in SMTP server to send load to, which knows afterwards what arrived.

import { SINK_FLAGS, ledgerDocument, resolveSinkArguments, startSink } from '../../../benchmarks/index.ts';
import type { Sink, SinkArguments } from '../../../benchmarks/index.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import { EXIT, MailfitError } from '../../errors.ts';
import { stopRequested } from '../../serve.ts';
import type { RegisterCommand } from '../command.ts';
import { jsonText } from '../terminal.ts';

interface SinkCommandOptions extends SinkArguments {
  readonly certificateOut?: string;
  readonly out?: string;
  readonly json?: boolean;
  readonly lang?: string;
}

export const registerSink: RegisterCommand = (program, run) => {
  const command = program
    .command('sink')
    .description('start a built-in SMTP server that keeps a ledger; Ctrl-C ends it')
    .option('--certificate-out <FILE>', 'write the certificate that a client must trust')
    .option('--out <FILE>', 'write the ledger to a file at the end')
    .option('--json', 'print the ledger as one JSON document at the end')
    .option('--lang <ja|en>', 'language of the messages');
  for (const [flags, description] of SINK_FLAGS) command.option(flags, description);
  command.action((options: SinkCommandOptions) =>
    run(async ({ app, terminal }) => {
      const resolved = resolveSinkArguments(options);
      if (!resolved.ok) throw new MailfitError('wrongUse', resolved.problems);
      const startedAtMs = Date.now();
      const sink = await startOrExplain(resolved.options);
      const { protocol, tls } = resolved.options;
      const scheme = tls === 'implicit' ? 'smtps' : protocol;
      if (options.certificateOut !== undefined && sink.certificatePem !== null) {
        await app.files.write(options.certificateOut, sink.certificatePem);
      }
      const ready = `mailfit sink is ready: ${scheme}://${hostText(sink.host)}:${sink.port}`;
      if (options.json === true) terminal.err(ready);
      else terminal.out(ready);
      await stopRequested();
      await sink.close();
      const document = ledgerDocument(sink, startedAtMs, Date.now());
      if (options.out !== undefined) await app.files.write(options.out, `${jsonText(document)}\n`);
      terminal.out(options.json === true ? jsonText(document) : summaryOf(sink)[terminal.lang]);
      return EXIT.done;
    }, options.lang),
  );
};

async function startOrExplain(options: Parameters<typeof startSink>[0]): Promise<Sink> {
  try {
    return await startSink(options);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new MailfitError('wrongUse', [`--host, --port: ${reason}`]);
  }
}

function hostText(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function summaryOf(sink: Sink): LocalizedText {
  const { messages, connections } = sink.stats();
  const { foreignArrivals } = sink.ledger();
  return {
    en: `${messages} messages taken over ${connections.opened} connections (${connections.peak} at once, ${connections.refused} refused); ${foreignArrivals} without a token.`,
    ja: `${messages}通を受信しました（接続は計${connections.opened}本、同時に最大${connections.peak}本、拒否${connections.refused}本）。トークンのないメールは${foreignArrivals}通です。`,
  };
}
