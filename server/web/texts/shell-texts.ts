// Texts of the frame around every page, and of the pages that say "no".

import type { LocalizedText } from '../../core/text/localized.ts';
import type { RefusalReason } from '../request-refused.ts';
import type { Texts } from './text-table.ts';

export const SHELL_TEXTS = {
  productName: { en: 'mailfit', ja: 'mailfit' },
  tagline: { en: 'Choose a mail server and prove the choice', ja: 'メールサーバー選定支援' },
  skipToContent: { en: 'Skip to the content', ja: '本文へ移動' },
  mainNavigation: { en: 'Main', ja: 'メインメニュー' },
  home: { en: 'Home', ja: 'ホーム' },
  catalogue: { en: 'Options', ja: '製品・サービス' },
  benchmark: { en: 'Benchmark', ja: '負荷試験' },
  guide: { en: 'Guide', ja: '入門ガイド' },
  language: { en: 'Language', ja: '言語' },
  signOut: { en: 'Sign out', ja: 'サインアウト' },
  apiLink: { en: 'HTTP API for programs', ja: 'プログラム向けHTTP API' },
  shareEvaluation: { en: 'Share this evaluation by link', ja: 'この評価をリンクで共有する' },
  administration: { en: 'Administration', ja: '管理' },
  account: { en: 'Your account', ja: 'アカウント' },
  footer: {
    en: 'Every figure on these pages names its source. What nobody states is shown as “unknown”, never as “no”.',
    ja: '掲載する数値にはすべて出典を示しています。公開情報で確認できない項目は「なし」とせず「不明」と表示します。',
  },
  colon: { en: ': ', ja: '：' },
  errorSummary: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
} as const satisfies Texts;

export const REFUSAL_TEXTS: Readonly<
  Record<RefusalReason, { readonly title: LocalizedText; readonly advice: LocalizedText }>
> = {
  notFound: {
    title: { en: 'This page does not exist', ja: 'ページが見つかりません' },
    advice: {
      en: 'Check the address. The link to an evaluation must be copied whole.',
      ja: 'アドレスをご確認ください。評価のリンクは、途中で切れていないか最後までご確認ください。',
    },
  },
  wrongHost: {
    title: { en: 'Please use the local address', ja: 'このコンピューターのアドレスで開いてください' },
    advice: {
      en: 'mailfit listens on this machine only. Open it as http://localhost or http://127.0.0.1 with its port.',
      ja: 'mailfit はこのコンピューターからの接続だけを受け付けています。http://localhost または http://127.0.0.1 にポート番号を付けて開いてください。',
    },
  },
  foreignForm: {
    title: { en: 'The form has expired', ja: 'フォームの有効期限が切れました' },
    advice: {
      en: 'Nothing was changed. Go back, reload the page and send it again. If your browser blocks cookies for this address, allow them.',
      ja: '変更は行われていません。前のページに戻って再読み込みし、もう一度送信してください。Cookie を無効にしている場合は、このアドレスについて有効にしてください。',
    },
  },
  tooLarge: {
    title: { en: 'That was too much at once', ja: '送信された内容が大きすぎます' },
    advice: {
      en: 'Shorten what you typed and send it again.',
      ja: '内容を短くして、もう一度送信してください。',
    },
  },
  tooMany: {
    title: { en: 'Too many requests', ja: 'アクセスが集中しています' },
    advice: { en: 'Wait a minute, then try again.', ja: '1分ほど待ってから、もう一度お試しください。' },
  },
  tooManyTries: {
    title: { en: 'Too many tries', ja: '試行回数の上限に達しました' },
    advice: {
      en: 'Wait a quarter of an hour, then try again.',
      ja: '15分ほど待ってから、もう一度お試しください。',
    },
  },
  badRequest: {
    title: { en: 'The request cannot be understood', ja: 'リクエストを処理できません' },
    advice: { en: 'Go back and try again.', ja: '前のページに戻って、もう一度お試しください。' },
  },
  signInNeeded: {
    title: { en: 'Please sign in', ja: 'サインインしてください' },
    advice: {
      en: 'This address answers only to somebody who has signed in or sends an API token.',
      ja: 'このアドレスを利用するには、サインインするか、APIトークンを付けて送信してください。',
    },
  },
  forbidden: {
    title: { en: 'Your role does not allow this', ja: 'この操作を行う権限がありません' },
    advice: {
      en: 'Nothing was changed. If you need it for your work, ask an administrator for another role.',
      ja: '変更は行われていません。業務で必要な場合は、管理者に役割の変更を依頼してください。',
    },
  },
  frozen: {
    title: { en: 'This evaluation is frozen', ja: 'この評価は確定済みです' },
    advice: {
      en: 'Nothing was changed. To change it, open it again under “Versions and freezing” with your name and the reason.',
      ja: '変更は行われていません。変更するには、「版と確定」のページで名前と理由を記録して確定を解除してください。',
    },
  },
  unsupported: {
    title: { en: 'This is not possible here', ja: 'この操作はここではできません' },
    advice: { en: 'Go back and choose another way.', ja: '前のページに戻って、別の方法を選んでください。' },
  },
  internal: {
    title: { en: 'Something went wrong inside mailfit', ja: 'mailfit の内部で問題が起きました' },
    advice: {
      en: 'What was saved is safe. Try again; if it happens again, report it with the request number below.',
      ja: '保存済みの内容は失われていません。もう一度お試しください。繰り返す場合は、下の受付番号を添えてご報告ください。',
    },
  },
};

export const ERROR_PAGE_TEXTS = {
  requestNumber: { en: 'Request number', ja: '受付番号' },
  backHome: { en: 'Go to the home page', ja: 'ホームへ戻る' },
} as const satisfies Texts;
