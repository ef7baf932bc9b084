// A recommendation on a terminal: the verdict first, then the ranking, then who is out and why.

import type { OptionResult, Recommendation } from '../core/scoring/recommendation.ts';
import type { Lang } from '../core/text/localized.ts';
import { tableText } from './table.ts';
import { tenderText } from './tender-text.ts';

interface RankingWords {
  readonly recommended: string;
  readonly nobody: string;
  readonly strength: Readonly<Record<Recommendation['strength'], string>>;
  readonly heading: readonly string[];
  readonly status: Readonly<Record<OptionResult['status'], string>>;
  readonly excluded: string;
  readonly ask: string;
}

const WORDS: Readonly<Record<Lang, RankingWords>> = {
  en: {
    recommended: 'Recommended',
    nobody: 'No option can be recommended.',
    strength: { clear: 'clear', close: 'close call', none: 'no clear winner' },
    heading: ['rank', 'option', 'score', 'range', 'first in', 'status'],
    status: { eligible: 'fits', conditional: 'to confirm', excluded: 'excluded' },
    excluded: 'Excluded',
    ask: 'Ask the vendors first',
  },
  ja: {
    recommended: '推奨',
    nobody: '推奨できる選択肢はありません。',
    strength: { clear: '明確', close: '僅差', none: '決め手なし' },
    heading: ['順位', '選択肢', '得点', '範囲', '1位の割合', '判定'],
    status: { eligible: '適合', conditional: '要確認', excluded: '除外' },
    excluded: '除外した選択肢',
    ask: '提供元に最初に確認すること',
  },
};

const RANKED_SHOWN = 10;
const QUESTIONS_SHOWN = 5;

/** Verdict and ranked table only. */
export function briefRankingText(recommendation: Recommendation, lang: Lang): string {
  const words = WORDS[lang];
  const table = rankedTable(recommendation, words, lang);
  return [...verdictLines(recommendation, words, lang), '', table].join('\n');
}

/** Everything a person needs: verdict, ranking, who is out and why, what to ask. */
export function rankingText(recommendation: Recommendation, lang: Lang): string {
  const words = WORDS[lang];
  return [
    ...verdictLines(recommendation, words, lang),
    '',
    rankedTable(recommendation, words, lang),
    ...excludedLines(recommendation, words, lang),
    ...(recommendation.tender === undefined
      ? []
      : ['', tenderText(recommendation, recommendation.tender, lang)]),
    ...questionLines(recommendation, words, lang),
    ...recommendation.notices.flatMap((notice) => ['', notice[lang]]),
  ].join('\n');
}

function verdictLines(recommendation: Recommendation, words: RankingWords, lang: Lang): string[] {
  const winner = recommendation.options.find(({ id }) => id === recommendation.recommended);
  const verdict =
    winner === undefined
      ? words.nobody
      : `${words.recommended}: ${winner.name[lang]} (${words.strength[recommendation.strength]})`;
  const proviso = recommendation.proviso === null ? [] : [recommendation.proviso[lang]];
  return [verdict, recommendation.strengthReason[lang], ...proviso];
}

function rankedTable(recommendation: Recommendation, words: RankingWords, lang: Lang): string {
  const rows = recommendation.options
    .filter(({ rank }) => rank !== null)
    .slice(0, RANKED_SHOWN)
    .map((option) => [
      String(option.rank),
      option.name[lang],
      hundredths(option.score),
      `${hundredths(option.scoreRange[0])}–${hundredths(option.scoreRange[1])}`,
      `${Math.round(option.firstRankShare * 100)}%`,
      words.status[option.status],
    ]);
  return tableText([words.heading, ...rows]);
}

function hundredths(score: number): string {
  return (score * 100).toFixed(1);
}

function excludedLines(recommendation: Recommendation, words: RankingWords, lang: Lang): string[] {
  const excluded = recommendation.options.filter(({ status }) => status === 'excluded');
  if (excluded.length === 0) return [];
  return [
    '',
    `${words.excluded} (${excluded.length})`,
    ...excluded.map((option) => {
      const reasons = option.failed.map(
        ({ label, requiredText, actualText }) =>
          `${label[lang]}: ${requiredText[lang]} / ${actualText[lang]}`,
      );
      return `  ${option.name[lang]}: ${reasons.join('; ')}`;
    }),
  ];
}

function questionLines(recommendation: Recommendation, words: RankingWords, lang: Lang): string[] {
  const questions = recommendation.options
    .flatMap((option) => option.questionsToVendor.map((question) => ({ option, question })))
    .toSorted((a, b) => b.question.changesWinnerProbability - a.question.changesWinnerProbability)
    .filter(isFirstOfItsFamily)
    .slice(0, QUESTIONS_SHOWN);
  if (questions.length === 0) return [];
  return [
    '',
    words.ask,
    ...questions.map(({ option, question }) => `  ${option.name[lang]}: ${question.question[lang]}`),
  ];
}

interface AskedOption {
  readonly option: OptionResult;
  readonly question: OptionResult['questionsToVendor'][number];
}

// Editions of one product have one vendor: one question is enough.
function isFirstOfItsFamily(asked: AskedOption, index: number, all: readonly AskedOption[]): boolean {
  const first = all.findIndex(
    ({ option, question }) =>
      option.family === asked.option.family && question.criterion === asked.question.criterion,
  );
  return first === index;
}
