// Words of the section on what was asked, and of the requirement matrix.

import type { LocalizedText } from '../../core/text/localized.ts';

export const QUESTION_TEXTS = {
  lead: {
    en: 'The evaluation rests on the answers below. Each requirement names the answer it came from.',
    ja: '本評価は次の回答に基づいています。各条件には、その元になった回答を示しました。',
  },
  answersCaption: { en: 'Answers to the questionnaire', ja: '質問への回答' },
  question: { en: 'Question', ja: '質問' },
  answer: { en: 'Answer', ja: '回答' },
  answeredUnknown: { en: 'I don’t know', ja: 'わからない' },
  unanswered: { en: 'not answered', ja: '未回答' },
  noAnswers: {
    en: 'The evaluation holds no answers. Every requirement below is a default.',
    ja: '回答がまだありません。以下の条件はすべて既定値です。',
  },
  requirementsCaption: { en: 'Requirements made from the answers', ja: '回答から定めた条件' },
  kind: { en: 'Kind', ja: '種別' },
  gate: { en: 'Must', ja: '必須' },
  value: { en: 'Scored', ja: '評価対象' },
  need: { en: 'Needed', ja: '必要な水準' },
  from: { en: 'Comes from', ja: '元になった回答' },
  fromProduct: { en: 'Standard requirement', ja: '標準の条件' },
  fromSizing: { en: 'Sizing', ja: '規模の試算' },
  noRequirements: {
    en: 'No requirement was derived from the answers.',
    ja: '回答から定めた条件はありません。',
  },
  sizingCaption: {
    en: 'Sizing worked out from the answers (likely case)',
    ja: '回答から試算した規模（標準ケース）',
  },
  quantity: { en: 'Quantity', ja: '項目' },
  amount: { en: 'Amount', ja: '試算値' },
  unit: { en: 'Unit', ja: '単位' },
  noSizing: {
    en: 'No sizing was worked out: the answers name no number of users.',
    ja: '利用者数の回答がないため、規模は試算していません。',
  },
  matrixLead: {
    en: 'Every option was held against every must. An option that fails one is excluded; one for which an answer is missing stays in, under the condition that the vendor confirms; what to ask is listed under “Questions to vendors”.',
    ja: 'すべての候補を必須条件と照合しました。一つでも満たさない候補は対象外とし、情報が足りず判断できない候補は、提供元への確認を条件に残しています。確認する内容は「提供元への確認事項」に示します。',
  },
  matrixCaption: { en: 'Requirement matrix', ja: '適合一覧表' },
  matrixLegendPass: { en: 'met', ja: '満たす' },
  matrixLegendFail: { en: 'not met', ja: '満たさない' },
  matrixLegendOpen: { en: 'cannot tell from what is published', ja: '公開情報からは判断できない' },
  noGates: {
    en: 'No answer made a requirement a must, so no option was excluded.',
    ja: '必須とした条件がないため、対象外となった候補はありません。',
  },
  gatesCaption: { en: 'What each must excludes', ja: '必須条件ごとの影響' },
  code: { en: 'Code', ja: '記号' },
  excludes: { en: 'Options excluded', ja: '対象外となる候補数' },
  excludesAlone: { en: 'Excluded by this alone', ja: 'この条件だけで対象外' },
  cannotTell: { en: 'Cannot tell', ja: '判断できない' },
  relaxed: { en: 'If relaxed', ja: '緩和した場合' },
  exclusionsCaption: { en: 'Why options were excluded', ja: '対象外とした理由' },
  required: { en: 'Required', ja: '必要' },
  actual: { en: 'Found', ja: '確認できた内容' },
  ownClass: { en: 'classified in the product profile', ja: '製品情報の分類' },
  noExcluded: { en: 'No option was excluded.', ja: '対象外となった候補はありません。' },
  relaxationsTitle: { en: 'No option meets every must', ja: 'すべての必須条件を満たす候補がありません' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export function relaxationText(to: string, readmits: readonly string[]): LocalizedText {
  return {
    en: `${to}: readmits ${readmits.join(', ')}`,
    ja: `${to}とすると、${readmits.join('、')}が候補に戻る`,
  };
}

/** Sizing outputs worth a line in a report, in reading order: label and unit. Others stay in the JSON of the sizing. */
export const SIZING_LINES: readonly (readonly [key: string, label: LocalizedText, unit: LocalizedText])[] = [
  ['submittedPerDay', { en: 'Messages sent', ja: '送信数' }, { en: 'per day', ja: '通/日' }],
  [
    'deliveredPerDay',
    { en: 'Messages delivered to mailboxes', ja: '受信数' },
    { en: 'per day', ja: '通/日' },
  ],
  [
    'inboundAttemptsPerDay',
    { en: 'Messages offered from outside, spam included', ja: '外部からの着信（迷惑メールを含む）' },
    { en: 'per day', ja: '通/日' },
  ],
  [
    'smtpInBusyHourPerSec',
    { en: 'Average rate in the busiest hour', ja: '最繁時1時間の平均通数' },
    { en: 'per second', ja: '通/秒' },
  ],
  ['smtpInPeakPerSec', { en: 'Peak rate', ja: 'ピーク時の通数' }, { en: 'per second', ja: '通/秒' }],
  [
    'smtpSlots_B0.1pct',
    { en: 'SMTP connections needed at once', ja: '必要なSMTP同時接続数' },
    { en: 'connections', ja: '接続' },
  ],
  [
    'imapConcurrent',
    { en: 'IMAP connections at once', ja: 'IMAP同時接続数' },
    { en: 'connections', ja: '接続' },
  ],
  [
    'mailboxGiBPerUser',
    { en: 'Mailbox per user', ja: '1人あたりのメールボックス' },
    { en: 'GiB', ja: 'GiB' },
  ],
  ['usableGiB', { en: 'Storage in use', ja: '使用するストレージ' }, { en: 'GiB', ja: 'GiB' }],
  ['provisionedGiB', { en: 'Storage to provide', ja: '用意するストレージ' }, { en: 'GiB', ja: 'GiB' }],
  [
    'cores',
    { en: 'Processor cores (on-premise)', ja: 'CPUコア数（オンプレミスの場合）' },
    { en: 'cores', ja: 'コア' },
  ],
  ['ramGiB', { en: 'Memory (on-premise)', ja: 'メモリー（オンプレミスの場合）' }, { en: 'GiB', ja: 'GiB' }],
  [
    'fteOnPrem',
    { en: 'Staff to run it (on-premise)', ja: '運用要員（オンプレミスの場合）' },
    { en: 'full-time posts', ja: '人（常勤換算）' },
  ],
];
