// Sentences of `mailfit evaluation`.

import type { LocalizedText } from '../core/text/localized.ts';

export const EVALUATION_TEXTS = {
  version: { en: 'Version', ja: '版' },
  madeAt: { en: 'When (UTC)', ja: '日時（UTC）' },
  madeBy: { en: 'Who', ja: '担当者' },
  reason: { en: 'Why', ja: '理由' },
  noVersions: { en: 'No version yet.', ja: '版はまだありません。' },
  state: {
    open: { en: 'Not frozen: it can be changed.', ja: '未確定です。変更できます。' },
    frozen: { en: 'Frozen: its answers are locked.', ja: '確定済みです。回答は変更できません。' },
    reopened: {
      en: 'Opened again: it can be changed until it is frozen next.',
      ja: '確定を解除しています。次に確定するまで変更できます。',
    },
  },
  notFrozen: { en: 'The evaluation is not frozen.', ja: 'この評価は確定されていません。' },
  reopened: { en: 'Opened again.', ja: '確定を解除しました。' },
  changedMeanwhile: {
    en: 'Somebody changed an answer in the same moment. Look at it and freeze it again.',
    ja: '確定の途中で回答が変更されました。内容を確認して、もう一度確定してください。',
  },
  alreadyFrozen: (number: number): LocalizedText => ({
    en: `It is frozen already, as version ${number}.`,
    ja: `すでに第${number}版として確定されています。`,
  }),
  frozen: (number: number): LocalizedText => ({
    en: `Frozen as version ${number}.`,
    ja: `第${number}版として確定しました。`,
  }),
  sheetCameIn: (fileName: string): LocalizedText => ({
    en: `Answers came in: ${fileName}`,
    ja: `提供元の回答を受領：${fileName}`,
  }),
  taken: (optionId: string, vendor: string, factCount: number): LocalizedText => ({
    en: `${optionId}: took in ${factCount === 1 ? '1 fact' : `${factCount} facts`} declared by ${vendor}.`,
    ja: `${optionId}：${vendor}の回答${factCount}件を取り込みました。`,
  }),
  same: (productVersion: string): LocalizedText => ({
    en: `Computed again from what was frozen (with mailfit ${productVersion}): the same result to the last digit.`,
    ja: `確定した内容（mailfit ${productVersion}で計算）から計算し直し、最後の桁まで同じ結果になりました。`,
  }),
  differs: (productVersion: string): LocalizedText => ({
    en: `Computed again from what was frozen, the result differs. It was computed with mailfit ${productVersion}; reports keep showing what was frozen.`,
    ja: `確定した内容から計算し直したところ、結果が異なりました。確定時の計算はmailfit ${productVersion}によるものです。報告書には、確定した結果を引き続き表示します。`,
  }),
} as const;
