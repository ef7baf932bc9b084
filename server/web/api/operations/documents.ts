// Documents on order: reports and lists of requirements that take their time, fetched once they are ready.

import { LANGS } from '../../../core/text/localized.ts';
import type { Lang } from '../../../core/text/localized.ts';
import { REPORT_FORMATS } from '../../../usecases/build-report.ts';
import type { ExportJob } from '../../../usecases/export-board.ts';
import { makeDocument } from '../../../usecases/make-document.ts';
import type { WantedDocument } from '../../../usecases/make-document.ts';
import { orderDocument } from '../../document-orders.ts';
import { languageOf } from '../../language.ts';
import { EXPORT_TEXTS } from '../../texts/record-texts.ts';
import { reasonsOf } from '../../view-models/exports.ts';
import { whileReaderWaits } from '../../waiting-reader.ts';
import { PROBLEM_TITLES } from '../api-texts.ts';
import { found, notFound } from '../named.ts';
import { ApiProblem, component, json, listOf, objectOf } from '../operation.ts';
import type { ApiCall, Operation } from '../operation.ts';
import { evaluationNamed } from './evaluations.ts';

const ADDRESS_LENGTH_MAX = 255;
const VERSION_NUMBER = { type: 'integer', minimum: 1 };

const getRequirementList: Operation = {
  id: 'getRequirementList',
  method: 'get',
  path: '/evaluations/{id}/requirements',
  tag: 'results',
  access: ['evaluation.export', 'evaluation.exported'],
  summary: {
    en: 'The list of requirements for a call for tenders, with the clause behind each security requirement',
    ja: '調達仕様書に使う要件一覧（セキュリティ要件には根拠の条項つき）',
  },
  query: {
    format: { enum: REPORT_FORMATS, default: 'md' },
    lang: { enum: LANGS, default: 'ja' },
    version: VERSION_NUMBER,
  },
  answered: { status: 200, meaning: { en: 'The file', ja: 'ファイル' }, content: 'file' },
  async handle({ deps, res, path, query }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    const { format, lang, version = null } = query as unknown as Partial<WantedDocument>;
    const wanted = { document: 'requirements', format, lang, version } as WantedDocument;
    const file = await makeDocument(deps, evaluation, wanted, whileReaderWaits(res));
    return { kind: 'file', ...file };
  },
};

const orderExport: Operation = {
  id: 'orderExport',
  method: 'post',
  path: '/evaluations/{id}/exports',
  tag: 'results',
  access: ['evaluation.export', 'evaluation.exported'],
  summary: {
    en: 'Order a document; it is made in its turn and kept for an hour',
    ja: '文書の作成を依頼する（順番に作成し、1時間保持）',
  },
  body: objectOf(
    {
      document: { enum: ['report', 'requirements'] },
      format: { enum: REPORT_FORMATS },
      lang: { enum: LANGS },
      version: { ...VERSION_NUMBER, description: 'A frozen version; left out for the state of now.' },
      sendTo: {
        type: 'string',
        minLength: 3,
        maxLength: ADDRESS_LENGTH_MAX,
        description: 'One mail address that the document is sent to as well.',
      },
    },
    ['version', 'sendTo'],
  ),
  answered: {
    status: 202,
    meaning: { en: 'The order as it stands', ja: '受け付けた依頼' },
    content: component('Export'),
  },
  async handle({ deps, req, path, body }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    const {
      version = null,
      sendTo = '',
      ...rest
    } = body as Omit<WantedDocument, 'version'> & {
      readonly version?: number;
      readonly sendTo?: string;
    };
    const outcome = orderDocument(deps, evaluation, { wanted: { ...rest, version }, to: sendTo });
    if (outcome.kind === 'ordered') {
      const location = `/api/v1/evaluations/${evaluation.id}/exports/${outcome.job.id}`;
      return { kind: 'json', json: shown(outcome.job, languageOf(req)), location };
    }
    if (outcome.kind === 'busy') throw new ApiProblem(503, 'tooManyExports', EXPORT_TEXTS.busy);
    const problem = { path: 'sendTo', message: EXPORT_TEXTS[outcome.kind] };
    throw new ApiProblem(422, 'invalid', PROBLEM_TITLES.invalid, [problem]);
  },
};

const listExports: Operation = {
  id: 'listExports',
  method: 'get',
  path: '/evaluations/{id}/exports',
  tag: 'results',
  access: 'evaluation.export',
  summary: {
    en: 'Documents ordered within the last hour, the latest first',
    ja: '最近依頼した文書（新しい順）',
  },
  answered: {
    status: 200,
    meaning: { en: 'The orders', ja: '依頼の一覧' },
    content: objectOf({ exports: listOf(component('Export')) }),
  },
  async handle({ deps, req, path }) {
    const { id } = await evaluationNamed(deps, path['id']);
    return json({ exports: deps.exports.listFor(id).map((job) => shown(job, languageOf(req))) });
  },
};

const getExport: Operation = {
  id: 'getExport',
  method: 'get',
  path: '/evaluations/{id}/exports/{exportId}',
  tag: 'results',
  access: 'evaluation.export',
  summary: { en: 'How far an order is', ja: '依頼の進み具合' },
  answered: { status: 200, meaning: { en: 'The order', ja: '依頼' }, content: component('Export') },
  handle: async (call) => json(shown(await exportNamed(call), languageOf(call.req))),
};

const getExportFile: Operation = {
  id: 'getExportFile',
  method: 'get',
  path: '/evaluations/{id}/exports/{exportId}/file',
  tag: 'results',
  access: 'evaluation.export',
  summary: { en: 'The document, once it is ready', ja: 'できあがった文書（ファイル）' },
  answered: { status: 200, meaning: { en: 'The file', ja: 'ファイル' }, content: 'file' },
  async handle(call) {
    const { status } = await exportNamed(call);
    const file = status.kind === 'ready' || status.kind === 'failed' ? status.file : null;
    return { kind: 'file', ...found(file) };
  },
};

const cancelExport: Operation = {
  id: 'cancelExport',
  method: 'post',
  path: '/evaluations/{id}/exports/{exportId}/cancel',
  tag: 'results',
  access: 'evaluation.export',
  summary: {
    en: 'Take an order back; one that is over stays as it is',
    ja: '依頼を取り消す（終わったものはそのまま）',
  },
  answered: { status: 200, meaning: { en: 'The order', ja: '依頼' }, content: component('Export') },
  async handle(call) {
    call.deps.exports.cancel((await exportNamed(call)).id);
    return json(shown(await exportNamed(call), languageOf(call.req)));
  },
};

export const DOCUMENT_OPERATIONS: readonly Operation[] = [
  getRequirementList,
  orderExport,
  listExports,
  getExport,
  getExportFile,
  cancelExport,
];

async function exportNamed({ deps, path }: ApiCall): Promise<ExportJob<WantedDocument>> {
  const { id } = await evaluationNamed(deps, path['id']);
  const job = found(deps.exports.get(path['exportId'] ?? ''));
  if (job.evaluationId !== id) throw notFound();
  return job;
}

function shown({ id, wanted, orderedAt, status }: ExportJob<WantedDocument>, lang: Lang) {
  return {
    id,
    ...wanted,
    orderedAt,
    state: status.kind,
    ahead: status.kind === 'waiting' ? status.ahead : null,
    step: status.kind === 'making' ? status.step : null,
    hasFile: (status.kind === 'ready' || status.kind === 'failed') && status.file !== null,
    sent: status.kind === 'ready' ? status.sent : null,
    reasons: status.kind === 'failed' ? reasonsOf(status.error, lang) : [],
  };
}
