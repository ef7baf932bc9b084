// Texts of one's own account and of the administrators' pages.

import type { Role } from '../../core/access/permissions.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const ROLE_TEXTS: Readonly<
  Record<Role, { readonly name: LocalizedText; readonly may: LocalizedText }>
> = {
  viewer: {
    name: { en: 'Viewer', ja: '閲覧者' },
    may: {
      en: 'reads evaluations, results, reports and runs',
      ja: '評価・結果・報告書・負荷試験の記録の閲覧',
    },
  },
  evaluator: {
    name: { en: 'Evaluator', ja: '評価者' },
    may: {
      en: 'answers questions, makes and shares evaluations; everything a viewer may',
      ja: '質問への回答、評価の作成と共有（閲覧者の権限を含む）',
    },
  },
  engineer: {
    name: { en: 'Engineer', ja: '技術者' },
    may: {
      en: 'manages candidates and runs load tests; everything an evaluator may',
      ja: '候補サーバーの管理と負荷試験の実行（評価者の権限を含む）',
    },
  },
  administrator: {
    name: { en: 'Administrator', ja: '管理者' },
    may: {
      en: 'manages accounts and reads the audit log; everything an engineer may',
      ja: 'アカウントの管理と監査ログの閲覧（技術者の権限を含む）',
    },
  },
};

export const ACCOUNT_TEXTS = {
  title: { en: 'Your account', ja: 'アカウント' },
  role: { en: 'Role', ja: '役割' },
  email: { en: 'Mail address', ja: 'メールアドレス' },
  tokensLink: { en: 'API tokens for programs', ja: 'プログラム用のAPIトークン' },
  passwordHeading: { en: 'Change the password', ja: 'パスワードの変更' },
  passwordLead: {
    en: 'Afterwards you stay signed in here and are signed out everywhere else.',
    ja: '変更すると、この端末以外ではサインアウトされます。',
  },
  current: { en: 'Current password', ja: '現在のパスワード' },
  password: { en: 'New password', ja: '新しいパスワード' },
  change: { en: 'Change it', ja: '変更する' },
  changed: { en: 'The new password is set.', ja: '新しいパスワードを設定しました。' },
  noPassword: {
    en: 'You sign in through your organisation; there is no password here.',
    ja: '組織のアカウントでサインインしているため、この mailfit にはパスワードがありません。',
  },
  sessionsHeading: { en: 'Where you are signed in', ja: 'サインイン中の端末' },
  sessionsLead: {
    en: 'A sign-in ends after 12 hours without use, and after 7 days in any case.',
    ja: 'サインインは、12時間操作がないとき、または7日が経過したときに終了します。',
  },
  device: { en: 'Device', ja: '端末' },
  lastUse: { en: 'Last use', ja: '最終利用' },
  since: { en: 'Signed in', ja: 'サインイン' },
  address: { en: 'Address', ja: 'IPアドレス' },
  action: { en: 'Action', ja: '操作' },
  thisDevice: { en: 'this one', ja: 'この端末' },
  end: { en: 'Sign out', ja: 'サインアウト' },
  endAll: { en: 'Sign out everywhere', ja: 'すべての端末でサインアウト' },
  summary: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
} as const satisfies Texts;

export const ACCOUNTS_TEXTS = {
  title: { en: 'Accounts', ja: 'アカウント管理' },
  auditLink: { en: 'Audit log', ja: '監査ログ' },
  lead: {
    en: 'Who may sign in to this mailfit, and what each of them may do. Changes hold at once.',
    ja: 'この mailfit にサインインできる利用者と、その権限です。変更はすぐに反映されます。',
  },
  rolesHeading: { en: 'What each role may do', ja: '役割ごとにできること' },
  listHeading: { en: 'People', ja: '利用者' },
  name: { en: 'Name', ja: '氏名' },
  role: { en: 'Role', ja: '役割' },
  roleOf: { en: 'Role of', ja: '役割：' },
  lastSignIn: { en: 'Last sign-in', ja: '最終サインイン' },
  never: { en: 'never', ja: 'なし' },
  action: { en: 'Action', ja: '操作' },
  save: { en: 'Save', ja: '保存' },
  you: { en: 'you', ja: 'ご自身' },
  disabled: { en: 'disabled', ja: '停止中' },
  disable: { en: 'Disable', ja: '利用停止' },
  enable: { en: 'Enable', ja: '利用再開' },
  resetLink: { en: 'Reset link', ja: '再設定リンク' },
  endSessions: { en: 'Sign out', ja: '強制サインアウト' },
  inviteHeading: { en: 'Invite somebody', ja: '利用者の招待' },
  email: { en: 'Mail address', ja: 'メールアドレス' },
  invite: { en: 'Make an invitation', ja: '招待する' },
  openHeading: { en: 'Open invitations', ja: '登録待ちの招待' },
  expires: { en: 'Valid until', ja: '有効期限' },
  revoke: { en: 'Revoke', ja: '取り消す' },
  linkTitle: { en: 'Hand over this link', ja: 'このリンクをお渡しください' },
  linkText: {
    en: 'It is shown only now, works once, and whoever holds it can use it.',
    ja: '表示されるのは今回だけです。一度だけ使え、リンクを知っている人なら誰でも使えます。',
  },
  linkMailed: { en: 'It was also sent by mail.', ja: 'メールでも送信しました。' },
  linkNotMailed: {
    en: 'The mail could not be sent; hand the link over in another way.',
    ja: 'メールは送信できませんでした。別の方法でお渡しください。',
  },
  linkLabel: { en: 'Link for', ja: 'リンク：' },
  lastAdministrator: {
    en: 'This is the last administrator. Make somebody else one first.',
    ja: '最後の管理者です。先に、ほかの利用者を管理者にしてください。',
  },
  done: { en: 'Saved.', ja: '保存しました。' },
  summary: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
} as const satisfies Texts;
