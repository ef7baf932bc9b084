// What comes out of an evaluation: the recommendation and the report on it.

import type { Lang } from '../../../core/text/localized.ts';
import { resultOf } from '../../../usecases/evaluation-result.ts';
import { makeReport } from '../../../usecases/make-document.ts';
import type { Precision } from '../../../usecases/recommend-evaluation.ts';
import { REPORT_FORMATS } from '../../../usecases/build-report.ts';
import { whileReaderWaits } from '../../waiting-reader.ts';
import { component, json } from '../operation.ts';
import type { Operation } from '../operation.ts';
import { evaluationNamed } from './evaluations.ts';

const getRecommendation: Operation = {
  id: 'getRecommendation',
  method: 'get',
  path: '/evaluations/{id}/recommendation',
  tag: 'results',
  access: 'evaluation.read',
  summary: {
    en: 'Every option ranked, with reasons, intervals and what would change it',
    ja: '全製品の順位と、理由・幅・何が変われば結果が変わるか',
  },
  query: { precision: { enum: ['full', 'preview', 'thorough'], default: 'full' } },
  answered: {
    status: 200,
    meaning: { en: 'The recommendation', ja: '推奨結果' },
    content: component('Recommendation'),
  },
  async handle({ deps, path, query }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    return json(await resultOf(deps, evaluation, query['precision'] as Precision));
  },
};

const getReport: Operation = {
  id: 'getReport',
  method: 'get',
  path: '/evaluations/{id}/report',
  tag: 'results',
  access: ['evaluation.export', 'evaluation.exported'],
  summary: { en: 'The comparison report as a file', ja: '比較報告書（ファイル）' },
  query: {
    format: { enum: REPORT_FORMATS, default: 'json' },
    lang: { enum: ['en', 'ja'], default: 'ja' },
  },
  answered: { status: 200, meaning: { en: 'The file', ja: 'ファイル' }, content: 'file' },
  async handle({ deps, res, path, query }) {
    const evaluation = await evaluationNamed(deps, path['id']);
    const format = query['format'] as (typeof REPORT_FORMATS)[number];
    const wanted = { format, lang: query['lang'] as Lang, version: null };
    const file = await makeReport(deps, evaluation, wanted, whileReaderWaits(res));
    return { kind: 'file', ...file };
  },
};

export const RESULT_OPERATIONS: readonly Operation[] = [getRecommendation, getReport];
