// Texts of sharing an evaluation, and of the page that the reader of a share link sees.

import type { Texts } from './text-table.ts';

export const SHARES_TEXTS = {
  title: { en: 'Share this evaluation', ja: '評価の共有' },
  lead: {
    en: 'A share link shows the result and its reports to whoever holds it, without an account. It cannot change anything and leads nowhere else.',
    ja: '共有リンクを知っている人は、アカウントがなくても結果と報告書を閲覧できます。変更はできず、ほかの評価も表示されません。',
  },
  back: { en: 'Back to the evaluation', ja: '評価に戻る' },
  newHeading: { en: 'New link', ja: '新しいリンク' },
  label: { en: 'For whom', ja: '共有先' },
  labelHint: {
    en: 'Only you and your colleagues see this, such as “auditors”.',
    ja: '社内の控えです（例：監査法人）。リンク先には表示されません。',
  },
  days: { en: 'Valid for', ja: '有効期間' },
  make: { en: 'Make the link', ja: 'リンクを作成する' },
  madeTitle: { en: 'Hand over this link', ja: 'このリンクをお渡しください' },
  madeText: {
    en: 'It is shown only now. Lost it? Revoke it below and make another.',
    ja: '表示されるのは今回だけです。失くした場合は、下の一覧で無効にして作り直してください。',
  },
  madeLabel: { en: 'Link for', ja: 'リンク：' },
  listHeading: { en: 'Links so far', ja: '作成済みのリンク' },
  none: { en: 'No link has been made.', ja: 'リンクはまだありません。' },
  state: { en: 'State', ja: '状態' },
  madeBy: { en: 'Made', ja: '作成' },
  expires: { en: 'Valid until', ja: '有効期限' },
  opened: { en: 'Opened', ja: '閲覧' },
  action: { en: 'Action', ja: '操作' },
  open: { en: 'open', ja: '有効' },
  expired: { en: 'expired', ja: '期限切れ' },
  revoked: { en: 'revoked', ja: '無効' },
  never: { en: 'never', ja: 'なし' },
  revoke: { en: 'Revoke', ja: '無効にする' },
  summary: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
} as const satisfies Texts;

export const SHARED_TEXTS = {
  tenderHeading: { en: 'Tender result', ja: '落札方式による結果' },
  goneTitle: { en: 'This share link no longer works', ja: 'この共有リンクは使えません' },
  gone: {
    en: 'It was revoked, has expired or was not copied whole. Ask the person who sent it for a new one.',
    ja: '無効にされたか、有効期限が切れたか、途中で切れています。送信者に新しいリンクを依頼してください。',
  },
  kicker: { en: 'Shared for reading', ja: '閲覧専用' },
  asOf: { en: 'Answers as of', ja: '回答の更新日時' },
  recommended: { en: 'Recommended', ja: '推奨' },
  noRecommendation: {
    en: 'No option fits all requirements.',
    ja: 'すべての要件を満たす製品・サービスはありません。',
  },
  clear: { en: 'The lead is clear.', ja: '2位以下との差は明確です。' },
  close: {
    en: 'The lead is not clear: others are close.',
    ja: '2位以下との差は小さく、明確ではありません。',
  },
  rankingHeading: { en: 'Ranking', ja: '順位' },
  rank: { en: 'Rank', ja: '順位' },
  option: { en: 'Option', ja: '製品・サービス' },
  score: { en: 'Score', ja: '総合点' },
  range: { en: 'Range', ja: '幅' },
  first: { en: 'Share of first places', ja: '1位となる割合' },
  state: { en: 'Requirements', ja: '要件' },
  eligible: { en: 'all met', ja: 'すべて充足' },
  conditional: { en: 'some to be confirmed', ja: '要確認あり' },
  excludedHeading: { en: 'Excluded', ja: '対象外' },
  reason: { en: 'Reason', ja: '理由' },
  needed: { en: 'needed', ja: '必要' },
  actual: { en: 'actual', ja: '実際' },
  reportsHeading: { en: 'The whole report', ja: '報告書の全文' },
  reportsText: {
    en: 'With every source, every calculation and what would change the result.',
    ja: '出典、計算の過程、結果が変わる条件をすべて記載しています。',
  },
} as const satisfies Texts;
