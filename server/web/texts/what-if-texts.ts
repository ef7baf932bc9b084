// Texts of the what-if part of the result page, shared by the server's page and the browser's script.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const WHAT_IF_TEXTS = {
  heading: { en: 'What if you weighed it differently?', ja: '重みを変えて試す' },
  hint: {
    en: 'Move a slider: the order below follows at once. Nothing is saved; the result above stays as it is.',
    ja: 'つまみを動かすと、下の順位がすぐに変わります。ここでの変更は保存されず、上の評価結果はそのまま残ります。',
  },
  hintWithoutScript: {
    en: 'Set the weights and press the button. Nothing is saved; the result above stays as it is.',
    ja: '重みを設定してボタンを押してください。ここでの変更は保存されず、上の評価結果はそのまま残ります。',
  },
  weights: { en: 'Weights', ja: '重み' },
  criteriaOf: { en: 'Criteria in this field', ja: 'この分野の評価項目' },
  requirements: { en: 'Drop a requirement', ja: '必須要件を外してみる' },
  requirementsHint: {
    en: 'Options that only fail what you drop join the order.',
    ja: '外した要件だけが理由で除外されていた候補が、順位に加わります。',
  },
  apply: { en: 'Work it out', ja: 'この重みで計算する' },
  back: { en: 'Back to the saved weights', ja: '保存した重みに戻す' },
  changed: { en: 'Trial, not saved', ja: '試算中（保存されません）' },
  asSaved: { en: 'As saved', ja: '保存した重みのまま' },
  order: { en: 'Order under these weights', ja: 'この重みでの順位' },
  before: { en: 'saved', ja: '保存時' },
  excluded: { en: 'excluded', ja: '除外' },
  conditional: { en: 'Conditional', ja: '条件付き' },
  first: { en: 'first in', ja: '1位' },
  linkHint: {
    en: 'The address of this page now holds the trial, so it can be shared or kept.',
    ja: 'このページのアドレスに試算の内容が入っています。共有やブックマークに使えます。',
  },
  noWeight: {
    en: 'At least one weight must be above 0; the saved weights are shown.',
    ja: '少なくとも1つの重みを0より大きくしてください。保存した重みで表示しています。',
  },
  working: { en: 'Working out how sure that is…', ja: '確かさを計算しています…' },
  unsure: {
    en: 'How sure that is could not be worked out just now.',
    ja: '確かさを計算できませんでした。',
  },
} as const satisfies Texts;

/** `{first}` and the like are filled in by whoever shows it: the page or the script. */
export const LEADER_TEXTS = {
  leads: {
    en: 'Under these weights {first} comes first with {score} points, {gap} ahead of {second}.',
    ja: 'この重みでは{first}が{score}点で1位です。次点の{second}との差は{gap}点です。',
  },
  only: {
    en: 'Under these weights {first} comes first with {score} points; no other option stands beside it.',
    ja: 'この重みでは{first}が{score}点で1位です。同じ条件で並ぶ候補はほかにありません。',
  },
  nobody: {
    en: 'No option is left; drop a requirement to bring one back.',
    ja: '残る候補がありません。必須要件を外すと候補が戻ります。',
  },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export function filledText(text: string, values: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);
}
