// Texts of the documentation page of the API.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { RouteNeed } from '../security/route-access.ts';
import type { Texts } from './text-table.ts';

export const API_PAGE_TEXTS = {
  title: { en: 'HTTP API', ja: 'HTTP API' },
  lead: {
    en: 'Everything the pages do can also be done by a program. Requests and answers are JSON, and both are checked against the schemas below.',
    ja: '画面でできることは、プログラムからも行えます。要求と応答はJSONで、どちらも下のスキーマで検証されます。',
  },
  start: { en: 'First request', ja: '最初の要求' },
  tokens: {
    en: 'Where accounts are in use, send a token of your account as a Bearer token; a token may do what your role may do. On loopback without accounts no token is needed.',
    ja: 'アカウントを使う運用では、ご自身のトークンをBearerトークンとして送ります。トークンでできることは、ロールの権限と同じです。アカウントを使わずループバックで動かしている場合、トークンは不要です。',
  },
  failures: {
    en: 'A failure comes as application/problem+json (RFC 9457): a code that stays the same in every language, a title, and each place that is wrong.',
    ja: '失敗は application/problem+json（RFC 9457）で返します。言語によらず変わらないコード、表題、誤りのある箇所を含みます。',
  },
  document: { en: 'OpenAPI 3.1 document', ja: 'OpenAPI 3.1 文書' },
  operations: { en: 'Operations', ja: '操作' },
  needs: { en: 'Who may', ja: '必要な権限' },
  query: { en: 'Query', ja: 'クエリ' },
  body: { en: 'Body', ja: '本文' },
  answer: { en: 'Answer', ja: '応答' },
  schemas: { en: 'Schemas', ja: 'スキーマ' },
} as const satisfies Texts;

export const NEED_TEXTS: Readonly<Record<RouteNeed, LocalizedText>> = {
  public: { en: 'everybody', ja: 'だれでも' },
  'catalogue.read': { en: 'every role', ja: 'すべてのロール' },
  'evaluation.read': { en: 'every role', ja: 'すべてのロール' },
  'evaluation.export': { en: 'every role', ja: 'すべてのロール' },
  'run.read': { en: 'every role', ja: 'すべてのロール' },
  'own-account.manage': { en: 'every role', ja: 'すべてのロール' },
  'evaluation.edit': { en: 'evaluator and above', ja: '評価者以上' },
  'evaluation.freeze': { en: 'evaluator and above', ja: '評価者以上' },
  'evaluation.share': { en: 'evaluator and above', ja: '評価者以上' },
  'candidate.manage': { en: 'engineer and above', ja: 'エンジニア以上' },
  'run.start': { en: 'engineer and above', ja: 'エンジニア以上' },
  'run.stop': { en: 'engineer and above', ja: 'エンジニア以上' },
  'account.manage': { en: 'administrator', ja: '管理者' },
  'audit.read': { en: 'administrator', ja: '管理者' },
};

export const API_TOKEN_TEXTS = {
  title: { en: 'API tokens', ja: 'APIトークン' },
  lead: {
    en: 'A program that uses mailfit sends a token in place of signing in. A token may do what your role may do, until it expires or you revoke it.',
    ja: 'プログラムから mailfit を使うときは、サインインの代わりにトークンを送ります。トークンでできることはご自身の役割と同じで、期限が来るか無効にするまで使えます。',
  },
  account: { en: 'Your account', ja: 'アカウント' },
  docs: { en: 'How the API works', ja: 'APIの使い方' },
  madeTitle: { en: 'The new token', ja: '新しいトークン' },
  madeText: {
    en: 'Copy it now: it is not kept and cannot be shown again.',
    ja: '今ここで控えてください。保存していないため、あとから表示することはできません。',
  },
  listHeading: { en: 'Tokens in use', ja: '使用中のトークン' },
  none: { en: 'There is none.', ja: 'ありません。' },
  name: { en: 'What it is for', ja: '用途' },
  created: { en: 'Made', ja: '発行' },
  expires: { en: 'Expires', ja: '期限' },
  lastUsed: { en: 'Last use', ja: '最終利用' },
  never: { en: 'never', ja: 'なし' },
  action: { en: 'Action', ja: '操作' },
  revoke: { en: 'Revoke', ja: '無効にする' },
  makeHeading: { en: 'Make a token', ja: 'トークンを発行する' },
  life: { en: 'Works for', ja: '有効期間' },
  days: { en: 'days', ja: '日' },
  make: { en: 'Make it', ja: '発行する' },
  summary: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
} as const satisfies Texts;
