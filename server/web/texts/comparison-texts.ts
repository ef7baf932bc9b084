// Texts of the side-by-side comparison.

import { COMPARED_MAX, COMPARED_MIN } from '../../core/catalogue/comparison.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const COMPARISON_TEXTS = {
  title: { en: 'Side by side', ja: '比較表' },
  back: { en: 'All options', ja: '一覧へ戻る' },
  lead: {
    en: 'Every fact that at least one of them states. The address of this page keeps the choice.',
    ja: '少なくとも1件で判明している項目を並べています。このページのURLを共有すれば、同じ比較を開けます。',
  },
  onlyDifferences: { en: 'Show differences only', ja: '違いのある項目だけ表示' },
  allFacts: { en: 'Show all facts', ja: 'すべての項目を表示' },
  factColumn: { en: 'Item', ja: '項目' },
  differs: { en: 'differs', ja: '違いあり' },
  partlyUnknown: { en: 'not known for all', ja: '一部未確認' },
  remove: { en: 'Remove', ja: '外す' },
  add: { en: 'Add an option', ja: '製品・サービスを追加' },
  addButton: { en: 'Add', ja: '追加' },
  choose: { en: 'Choose…', ja: '選択してください' },
  sources: { en: 'Source', ja: '出典' },
  noDifference: {
    en: 'In this group nothing that is known differs.',
    ja: 'この分類では、判明している範囲で違いはありません。',
  },
  overview: { en: 'Overview', ja: '概要' },
  vendor: { en: 'Vendor', ja: '提供元' },
  country: { en: 'Vendor’s country', ja: '提供元の国' },
  deployment: { en: 'Where it runs', ja: '形態' },
  kind: { en: 'Kind', ja: '種類' },
  ends: { en: 'End of support', ja: '提供・サポートの終了' },
  noEnd: { en: 'None announced', ja: '予定の発表なし' },
  known: { en: 'Facts known', ja: '判明している項目' },
  pathHeading: { en: 'If mail passes all of them', ja: 'すべてを経由してメールを送る場合' },
  pathHint: {
    en: 'A mailbox service behind a gateway or relay has the smallest limit on the way. Messages and recipients are counted as equal here; limits of a whole contract are not divided among users.',
    ja: 'ゲートウェイや中継サービスを経由する場合、経路上で最も小さい上限が実際の上限になります。ここでは通数と宛先数を区別せず、契約全体の上限はユーザー数で割っていません。',
  },
  pathLimit: { en: 'Effective limit', ja: '実際の上限' },
  pathSetBy: { en: 'Set by', ja: '上限を決める製品' },
  pathSilent: { en: 'Does not say', ja: '上限が不明な製品' },
  pathNoLimit: { en: 'No limit', ja: '上限なし' },
  pathUnknown: { en: 'Unknown', ja: '不明' },
} as const satisfies Texts;

export const COMPARISON_PROBLEMS = {
  tooFew: {
    en: `Choose at least ${COMPARED_MIN} options to compare.`,
    ja: `比較するには${COMPARED_MIN}件以上を選んでください。`,
  },
  tooMany: {
    en: `More than ${COMPARED_MAX} options do not fit side by side. Only the first ${COMPARED_MAX} are shown.`,
    ja: `一度に比較できるのは${COMPARED_MAX}件までです。先頭の${COMPARED_MAX}件を表示しています。`,
  },
} as const satisfies Texts;

export function strangersText(ids: readonly string[]): LocalizedText {
  return {
    en: `Not in the catalogue: ${ids.join(', ')}`,
    ja: `カタログにない製品・サービスが指定されています：${ids.join('、')}`,
  };
}

export function differencesText(differing: number, compared: number): LocalizedText {
  return {
    en: `${differing} of ${compared} facts differ where both sides are known.`,
    ja: `比べられる${compared}項目のうち、${differing}項目に違いがあります。`,
  };
}

export function atMostText(limit: string): LocalizedText {
  return { en: `${limit} or less`, ja: `${limit}以下` };
}
