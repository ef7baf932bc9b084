// Sentences about weights and about the people who state them.

import type { LocalizedText } from '../text/localized.ts';
import { figure, percent } from './figures.ts';
import type { Preferences } from './preferences.ts';
import type { WeightsReport } from './recommendation-analysis.ts';
import type { CriterionShown } from './recommendation.ts';

export const METHOD_TEXTS: Readonly<Record<WeightsReport['method'], LocalizedText>> = {
  answers: {
    en: 'From what you would improve first and second (rank-order centroid over the groups), with stated points inside each group.',
    ja: '「最初に良くしたいこと」「その次」の答えから分野の重みを決め（順位重心法）、分野の中は公開している点数で配分しました。',
  },
  'rank-order': {
    en: 'From your order of the criteria (rank-order centroid).',
    ja: '評価項目の順位から決めました（順位重心法、ROC）。',
  },
  'rank-sum': {
    en: 'From your order of the criteria (rank sum).',
    ja: '評価項目の順位から決めました（順位和法）。',
  },
  swing: {
    en: 'From what lifting each criterion from its worst to its best is worth to you (swing).',
    ja: '各項目を「最低」から「最良」に引き上げる価値の比較から決めました（スイング法）。',
  },
  ahp: { en: 'From your pairwise comparisons (AHP).', ja: '一対比較から決めました（AHP）。' },
  group: { en: 'The mean of the weights of several people.', ja: '複数の評価者の重みを平均しました。' },
};

const METHOD_NAMES: Readonly<Record<Preferences['method'], LocalizedText>> = {
  'rank-order': { en: 'ranking (ROC)', ja: '順位づけ（ROC）' },
  'rank-sum': { en: 'ranking (rank sum)', ja: '順位づけ（順位和）' },
  swing: { en: 'swing', ja: 'スイング法' },
  ahp: { en: 'pairwise comparison (AHP)', ja: '一対比較（AHP）' },
};

/** Who gave the weights, and how. */
export function givenByText(
  people: readonly { readonly name: string; readonly method: Preferences['method'] }[],
): LocalizedText {
  const named = (lang: 'en' | 'ja', open: string, close: string): readonly string[] =>
    people.map(({ name, method }) => `${name}${open}${METHOD_NAMES[method][lang]}${close}`);
  if (people.length === 1) {
    return {
      en: `Weights given by ${named('en', ' by ', '').join('')}.`,
      ja: `${named('ja', '：', '').join('')}による重みです。`,
    };
  }
  return {
    en: `The mean of the weights of ${people.length} people, each given alone: ${named('en', ' (', ')').join(', ')}.`,
    ja: `${people.length}人が別々に付けた重みの平均です（${named('ja', '：', '').join('、')}）。`,
  };
}

/** Asks whoever set the weights; a document for others leaves it out. */
export const TRADE_OFF_QUESTION: LocalizedText = { en: ' Do you agree?', ja: '感覚に合いますか。' };

export function tradeOffText(
  other: CriterionShown,
  measure: CriterionShown,
  from: LocalizedText,
  to: LocalizedText,
): LocalizedText {
  return {
    en: `Your weights say: lifting “${other.label.en}” from “${other.worstAnchor.en}” to “${other.bestAnchor.en}” is worth as much as “${measure.label.en}” from ${from.en} to ${to.en}.${TRADE_OFF_QUESTION.en}`,
    ja: `この重みでは、「${other.label.ja}」を「${other.worstAnchor.ja}」から「${other.bestAnchor.ja}」にすることは、「${measure.label.ja}」を${from.ja}から${to.ja}にすることと同じ価値です。${TRADE_OFF_QUESTION.ja}`,
  };
}

export interface JudgmentInWords {
  readonly a: LocalizedText;
  readonly b: LocalizedText;
  readonly given: number;
  readonly fitting: number;
}

export function consistencyText(
  ratio: number | null,
  acceptable: boolean | null,
  reconsider: JudgmentInWords | null,
): LocalizedText {
  if (ratio === null) {
    return {
      en: 'With this many items no consistency ratio is defined.',
      ja: 'この項目数では整合比（CR）は定義されていません。',
    };
  }
  const shown = figure(ratio);
  if (acceptable === true || reconsider === null) {
    return {
      en: `The comparisons fit each other (CR ${shown}).`,
      ja: `比較の答えは整合しています（CR ${shown}）。`,
    };
  }
  const { a, b, given, fitting } = reconsider;
  return {
    en: `The comparisons contradict each other (CR ${shown}, limit 0.1). Look again at ${a.en} against ${b.en}: you said ${figure(given)}, the others suggest ${figure(fitting)}.`,
    ja: `比較の答えに矛盾があります（CR ${shown}、目安は0.1以下）。「${a.ja}」と「${b.ja}」の比較を見直してください。回答は${figure(given)}、ほかの答えと合うのは${figure(fitting)}です。`,
  };
}

/** Where the two accepted ways to read one set of comparisons put the items in different orders. */
export const METHODS_DISAGREE: LocalizedText = {
  en: 'The eigenvector and the geometric mean of these comparisons rank the items differently, so their order is not settled.',
  ja: '同じ比較でも固有ベクトル法と幾何平均法で順位が異なるため、項目の順序は確定していません。',
};

export function consensusText(consensus: number, people: number): LocalizedText {
  return {
    en: `On average, two of the ${people} people share ${percent(consensus).en} of their weights.`,
    ja: `${people}人のうち2人ずつを比べると、重みは平均で${percent(consensus).ja}一致しています。`,
  };
}
