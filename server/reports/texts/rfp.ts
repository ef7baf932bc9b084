// Words of the requirement list for tender documents.

import type { LocalizedText } from '../../core/text/localized.ts';

export const RFP_TEXTS = {
  title: { en: 'Mail system: list of requirements', ja: 'メールシステム調達 要件一覧' },
  use: { en: 'How to use this list', ja: '本書の使い方' },
  useLead: {
    en: 'The requirements follow from the answers of the organisation named above. They can be taken into a specification as they stand.',
    ja: '以下の要件は、上記の組織が回答した内容から定めたものです。そのまま仕様書に転記できます。',
  },
  musts: { en: 'Mandatory requirements', ja: '必須要件' },
  wants: { en: 'Requirements that are scored', ja: '評価対象の要件' },
  clauses: {
    en: 'Security requirements and the clauses behind them',
    ja: 'セキュリティ要件と根拠となる基準',
  },
  sizing: { en: 'Size to be served', ja: '想定する規模' },
  mustsLead: {
    en: 'An offer that misses one of these is excluded.',
    ja: '一つでも満たさない提案は、評価の対象外とします。',
  },
  wantsLead: {
    en: 'An offer is scored by how far it meets these. More than asked for earns no further points.',
    ja: '次の要件をどこまで満たすかを評価します。求める水準を超えても、それ以上は加点しません。',
  },
  clausesLead: {
    en: 'Where a published framework asks for the same, its clause is named. Wordings are ours; the framework itself decides. A requirement without a line here rests on the organisation’s own answers.',
    ja: '公表された基準が同じことを求めている場合に、その条項を示します。説明は要約であり、正確な内容は各基準の原文によります。ここにない要件は、組織自身の回答に基づくものです。',
  },
  sizingLead: {
    en: 'Figures for the likely case, to be served at the busiest hour.',
    ja: '標準ケースの試算値です。最も混み合う時間帯でも処理できることを求めます。',
  },
  need: { en: 'What is needed', ja: '求める水準' },
  origin: { en: 'Follows from', ja: '根拠とした回答' },
  framework: { en: 'Framework', ja: '基準' },
  clause: { en: 'Clause', ja: '条項' },
  about: { en: 'What it asks for', ja: '求めている内容' },
  noMusts: { en: 'There is no mandatory requirement.', ja: '必須要件はありません。' },
  noWants: { en: 'No requirement is scored.', ja: '評価対象の要件はありません。' },
  noClauses: {
    en: 'No framework clause stands behind these requirements.',
    ja: '該当する基準の条項はありません。',
  },
  useRules: [
    {
      en: 'Freeze the evaluation before offers are opened, so that weights and scales cannot be suspected of following an offer.',
      ja: '開札の前に評価を確定してください。重みや尺度を提案に合わせて決めたとの疑いを避けられます。',
    },
    {
      en: 'Hand out the answer sheet together with this list. What vendors fill in becomes their declaration, with name and date.',
      ja: '本書とあわせて回答用紙を配布してください。記入された内容は、社名と回答日とともに提供元の申告として扱います。',
    },
    {
      en: 'Whether a requirement is mandatory or scored was decided by an answer; change the answer, not this list.',
      ja: '必須か評価対象かは回答によって決まります。変更する場合は、本書ではなく回答を見直してください。',
    },
  ],
} as const satisfies Readonly<Record<string, LocalizedText | readonly LocalizedText[]>>;
