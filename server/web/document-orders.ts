// A document on order, whoever orders it: made in its turn, kept for a while, and sent by mail where that was asked.

import type { ExportJob } from '../usecases/export-board.ts';
import { makeDocument } from '../usecases/make-document.ts';
import type { WantedDocument } from '../usecases/make-document.ts';
import type { ReportMail } from '../usecases/report-mailer.ts';
import type { Evaluation } from '../usecases/stores.ts';
import { EXPORT_TEXTS } from './texts/record-texts.ts';
import type { WebDeps } from './web-deps.ts';

/** One plain address: what else a header could be made of is refused. */
const ADDRESS = /^[^\s@<>,;:"'()[\]\\]{1,64}@[^\s@<>,;:"'()[\]\\]{1,190}$/;

export interface DocumentOrder {
  readonly wanted: WantedDocument;
  /** Address to send the document to; empty where it is only to be fetched. */
  readonly to: string;
}

export type OrderOutcome =
  | { readonly kind: 'ordered'; readonly job: ExportJob<WantedDocument> }
  | { readonly kind: 'noMailer' | 'badAddress' | 'busy' };

export function orderDocument(
  deps: WebDeps,
  evaluation: Evaluation,
  { wanted, to }: DocumentOrder,
): OrderOutcome {
  const { mailer } = deps;
  if (to !== '' && mailer === null) return { kind: 'noMailer' };
  if (to !== '' && !ADDRESS.test(to)) return { kind: 'badAddress' };
  const letter = {
    to,
    subject: subjectOf(evaluation, wanted),
    text: MAIL_BODY[wanted.document][wanted.lang],
  };
  const job = deps.exports.order({
    evaluationId: evaluation.id,
    wanted,
    make: async (progress) => makeDocument(deps, evaluation, wanted, progress),
    send:
      to === '' || mailer === null
        ? null
        : async (file: ReportMail['file']) => mailer.send({ ...letter, file }),
  });
  return job === null ? { kind: 'busy' } : { kind: 'ordered', job };
}

function subjectOf({ title }: Evaluation, { document, lang }: WantedDocument): string {
  return `${title} – ${EXPORT_TEXTS[document][lang]}`;
}

const MAIL_BODY = {
  report: { en: 'The report is attached.', ja: '選定報告書を添付します。' },
  requirements: { en: 'The list of requirements is attached.', ja: '要件一覧を添付します。' },
};
