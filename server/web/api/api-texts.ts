// Texts of the HTTP API: what its document and its problems say.

import type { ErrorObject } from 'ajv/dist/2020.js';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from '../texts/text-table.ts';
import type { ApiTag } from './operation.ts';

export const API_TEXTS = {
  description: {
    en: 'Everything the pages do, for programs. Requests and answers are JSON and are checked against these schemas in both directions. Failures come as application/problem+json (RFC 9457) in the language of Accept-Language or ?lang=.',
    ja: '画面でできることを、すべてプログラムから利用できます。要求も応答もJSONで、双方向ともこのスキーマで検証します。失敗は application/problem+json（RFC 9457）で、Accept-Language または ?lang= の言語で返します。',
  },
  tokenScheme: {
    en: 'A token of your account, made on the page “Your account”. On loopback without accounts none is needed.',
    ja: '「アカウント」ページで発行した、ご自身のトークン。アカウントを使わずループバックで動かしている場合は不要です。',
  },
  problem: { en: 'What went wrong, and where', ja: '失敗の理由と場所' },
} as const satisfies Texts;

export const TAG_TEXTS: Readonly<Record<ApiTag, LocalizedText>> = {
  catalogue: { en: 'Catalogue of options', ja: '製品カタログ' },
  evaluations: { en: 'Questionnaire and evaluations', ja: '質問票と評価' },
  results: { en: 'Results and reports', ja: '結果と報告書' },
  calculators: { en: 'Calculations without storing anything', ja: '保存しない計算' },
  benchmarks: { en: 'Load tests', ja: '負荷試験' },
  people: { en: 'People, sharing and audit', ja: '利用者・共有・監査' },
  api: { en: 'About this API', ja: 'このAPIについて' },
};

export const PROBLEM_TITLES = {
  notFound: { en: 'There is nothing here', ja: '見つかりません' },
  invalid: { en: 'The request cannot be used', ja: '要求を受け付けられません' },
  notJson: { en: 'Send the body as application/json', ja: '本文は application/json で送ってください' },
  brokenJson: { en: 'The body is not JSON', ja: '本文がJSONとして読み取れません' },
  tooLarge: { en: 'The body is too large', ja: '本文が大きすぎます' },
  tooMany: { en: 'Too many requests: wait a minute', ja: '要求が多すぎます。1分ほどお待ちください' },
  foreign: { en: 'Requests of other sites are refused', ja: 'ほかのサイトからの要求は受け付けません' },
  signInNeeded: { en: 'Send a token of your account', ja: 'アカウントのトークンを付けてください' },
  forbidden: { en: 'Your role may not do this', ja: 'お使いのロールではこの操作を行えません' },
  frozen: {
    en: 'The evaluation is frozen; nothing was changed',
    ja: 'この評価は確定済みのため、変更できません',
  },
  conflict: { en: 'Somebody else changed this meanwhile', ja: 'ほかの人が先に変更しています' },
  refusedForSafety: { en: 'Refused for safety', ja: '安全のため実行しませんでした' },
  nameTaken: { en: 'Somebody of this name was asked already', ja: '同じ名前の回答者がすでにいます' },
  full: { en: 'No more people can be asked here', ja: 'これ以上は回答者を追加できません' },
  notFrozen: { en: 'The evaluation is not frozen', ja: '評価は確定されていません' },
  accountsOff: {
    en: 'No accounts are in use here: this server has a single user',
    ja: 'このサーバーは単独利用のため、アカウントを使っていません',
  },
  lastAdministrator: { en: 'One administrator has to remain', ja: '管理者が1人以上必要です' },
  busy: { en: 'This target is being tested already', ja: 'この対象は試験中です' },
  wrongHost: { en: 'This host name is not served here', ja: 'このホスト名では応答しません' },
  internal: { en: 'Something went wrong inside mailfit', ja: 'mailfit の内部で問題が起きました' },
} as const satisfies Texts;

/** A breach of a schema in plain words. */
export function schemaBreach({ keyword, params, message }: ErrorObject): LocalizedText {
  switch (keyword) {
    case 'additionalProperties':
    case 'unevaluatedProperties':
      return { en: 'is not known here; take it out.', ja: 'この項目はありません。取り除いてください。' };
    case 'required':
      return { en: 'is missing.', ja: 'この項目が必要です。' };
    case 'anyOf':
      return { en: 'has a form that is not taken here.', ja: 'この形の値は受け付けられません。' };
    case 'type':
      return {
        en: `must be ${String(params['type'])}.`,
        ja: `${String(params['type'])} 型で指定してください。`,
      };
    case 'enum': {
      const allowed = (params['allowedValues'] as readonly unknown[]).join(', ');
      return { en: `must be one of: ${allowed}.`, ja: `次のいずれかを指定してください: ${allowed}` };
    }
    default:
      return boundBreach(keyword, params, message);
  }
}

function boundBreach(
  keyword: string,
  params: Readonly<Record<string, unknown>>,
  message: string | undefined,
): LocalizedText {
  const limit = String(params['limit']);
  switch (keyword) {
    case 'exclusiveMinimum':
      return { en: `must be more than ${limit}.`, ja: `${limit} より大きくしてください。` };
    case 'minimum':
      return { en: `must be at least ${limit}.`, ja: `${limit} 以上にしてください。` };
    case 'maximum':
    case 'exclusiveMaximum':
      return { en: `must be at most ${limit}.`, ja: `${limit} 以下にしてください。` };
    case 'minItems':
    case 'minLength':
      return { en: `needs at least ${limit}.`, ja: `${limit} 以上必要です。` };
    case 'maxItems':
    case 'maxLength':
      return { en: `may have at most ${limit}.`, ja: `${limit} までです。` };
    default:
      return {
        en: `${message ?? keyword}.`,
        ja: `スキーマの条件（${keyword}）を満たしていません。`,
      };
  }
}
