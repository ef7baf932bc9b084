// What the result page shows, in the order in which a decision-maker asks: what, how sure, why, what else.

import { THOROUGH_SAMPLES } from '../../core/scoring/recommend.ts';
import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { Lang } from '../../core/text/localized.ts';
import { LANGS } from '../../core/text/localized.ts';
import type { Evaluation } from '../../usecases/stores.ts';
import {
  evidenceSummary,
  SECTION_TEXTS,
  testOptionText,
  thoroughText,
  trialsText,
} from '../texts/result-section-texts.ts';
import { REPORT_FORMAT_TEXTS, RESULT_TEXTS } from '../texts/result-texts.ts';
import { inLanguage } from '../texts/text-table.ts';
import { recordFrame } from './record.ts';
import { formatDay, formatNumber } from './format.ts';
import { changesModel, evidenceModel, vendorQuestions } from './result-changes.ts';
import { reportParts } from './result-charts.ts';
import type { ReportParts } from './result-charts.ts';
import { choicesOf } from './result-compare.ts';
import { resultLinks } from './result-links.ts';
import type { ResultLinks } from './result-links.ts';
import { rankingModel } from './result-ranking.ts';
import { confirmModel, relaxationSets, requirementsModel } from './result-requirements.ts';
import { frontierSteps, groupModel, surenessModel } from './result-sureness.ts';
import { tenderModel } from './result-tender.ts';
import { verdictModel } from './result-verdict.ts';
import { whatIfModel } from './what-if-model.ts';
import type { WhatIf } from './what-if.ts';

export interface ResultData {
  readonly recommendation: Recommendation;
  readonly evaluation: Pick<Evaluation, 'id' | 'title'>;
  readonly reportFormats: readonly string[];
  readonly whatIf: WhatIf;
  /** What the visitor may do; the page offers nothing that would be refused. */
  readonly may: { readonly export: boolean; readonly startRun: boolean; readonly edit: boolean };
  /** A frozen result keeps the trials it was frozen with. */
  readonly isFrozen: boolean;
}

export function resultModel(data: ResultData, lang: Lang) {
  const { recommendation, evaluation, reportFormats, whatIf, may } = data;
  const links = resultLinks(evaluation.id);
  const parts = reportParts(recommendation, lang);
  const evidence = evidenceModel(recommendation, lang);
  return {
    t: { ...inLanguage(SECTION_TEXTS, lang), ...inLanguage(RESULT_TEXTS, lang) },
    evaluationTitle: evaluation.title,
    links: {
      overview: links.overview,
      compare: links.compare,
      method: links.method,
      tenderRule: links.tenderRule,
    },
    verdict: verdictModel(recommendation, links, lang),
    relaxations: relaxationSets(recommendation, links, lang),
    ranking: rankingModel(recommendation, links, lang),
    hasRanking: recommendation.options.some(({ rank }) => rank !== null),
    whatIf: whatIfModel(recommendation, whatIf, links, lang),
    ...chartsOf(parts),
    why: whyModel(recommendation, links, lang),
    sureness: surenessModel(recommendation, lang),
    trials: trialsModel(data, links, lang),
    frontier: frontierSteps(recommendation, lang),
    changes: changesModel(recommendation, lang),
    requirements: requirementsModel(recommendation, links, lang),
    confirm: confirmModel(recommendation, links, lang),
    vendorQuestions: vendorQuestions(recommendation, links, lang),
    evidence: { ...evidence, summary: evidenceSummary(evidence)[lang] },
    group: groupModel(recommendation, lang),
    tender: tenderModel(recommendation, links, lang),
    may,
    next: nextModel(recommendation, evaluation.id, lang),
    reports: reportLinks(links, reportFormats, lang),
    records: recordFrame(evaluation, 'exports', lang).pages,
    identity: identityOf(recommendation, lang),
  };
}

function chartsOf(parts: ReportParts) {
  return {
    charts: {
      contributions: parts.chart('contributions'),
      intervals: parts.chart('intervals'),
      rankShares: parts.chart('rank-shares'),
      cost: parts.chart('cost'),
      sensitivity: parts.chart('weight-sensitivity'),
    },
    robustnessTable: parts.table('robustness'),
  };
}

function whyModel(recommendation: Recommendation, links: ResultLinks, lang: Lang) {
  const { options } = recommendation;
  return {
    comparisons: (recommendation.explanation?.comparisons ?? []).map((comparison) => ({
      text: comparison.text[lang],
      href: links.pair(comparison.winner, comparison.other),
    })),
    a: choicesOf(options, options[0]?.id, lang),
    b: choicesOf(options, options[1]?.id, lang),
  };
}

const BEST_TO_TEST = 2;

// Only what an organisation can run itself may be loaded; public services are refused.
function nextModel({ options }: Recommendation, evaluationId: string, lang: Lang) {
  const testable = options
    .filter(({ rank, deployment }) => rank !== null && deployment === 'on-premise')
    .slice(0, BEST_TO_TEST);
  const [first, second] = testable;
  const planHref = (asked: Readonly<Record<string, string>>): string =>
    `/benchmark/new?${new URLSearchParams({ ...asked, evaluation: evaluationId }).toString()}`;
  return {
    tests: testable.map(({ id, name }) => ({
      label: testOptionText(name)[lang],
      href: planHref({ option: id }),
    })),
    pairHref:
      first === undefined || second === undefined
        ? null
        : planHref({ kind: 'compare', option: first.id, against: second.id }),
    hasCloud: options.some(({ rank, deployment }) => rank !== null && deployment === 'cloud'),
  };
}

function reportLinks(links: ResultLinks, formats: readonly string[], lang: Lang) {
  const languages = [lang, ...LANGS.filter((other) => other !== lang)];
  return languages.map((reportLang) => ({
    lang: reportLang,
    language: reportLang === 'ja' ? '日本語' : 'English',
    links: formats.map((format) => ({
      label: REPORT_FORMAT_TEXTS[format]?.[reportLang] ?? format,
      href: links.report(format, reportLang),
    })),
  }));
}

function trialsModel({ recommendation, isFrozen }: ResultData, links: ResultLinks, lang: Lang) {
  const isThorough = recommendation.samples >= THOROUGH_SAMPLES;
  return {
    text: trialsText(formatNumber(recommendation.samples, lang))[lang],
    more:
      isFrozen || isThorough
        ? null
        : {
            href: `${links.result}?precision=thorough#sure`,
            label: thoroughText(formatNumber(THOROUGH_SAMPLES, lang))[lang],
          },
  };
}

const FINGERPRINT_LENGTH = 12;

function identityOf(recommendation: Recommendation, lang: Lang) {
  const short = (hash: string): string => hash.slice(0, FINGERPRINT_LENGTH);
  return {
    asOf: formatDay(recommendation.asOf, lang),
    samples: formatNumber(recommendation.samples, lang),
    seed: String(recommendation.seed),
    fingerprints: `${short(recommendation.answersHash)} / ${short(recommendation.catalogueHash)}`,
  };
}
