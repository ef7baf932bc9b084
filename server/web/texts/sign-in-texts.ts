// Texts of the pages before and around a sign-in.

import type { Texts } from './text-table.ts';

export const SIGN_IN_TEXTS = {
  title: { en: 'Sign in', ja: 'サインイン' },
  email: { en: 'Mail address', ja: 'メールアドレス' },
  password: { en: 'Password', ja: 'パスワード' },
  submit: { en: 'Sign in', ja: 'サインインする' },
  wrong: {
    en: 'Mail address and password do not match. Check both and try again.',
    ja: 'メールアドレスまたはパスワードが正しくありません。ご確認のうえ、もう一度入力してください。',
  },
  forgotten: { en: 'I have forgotten my password', ja: 'パスワードを忘れた場合' },
  askAdministrator: {
    en: 'Forgotten your password, or no account yet? An administrator of this mailfit can send you a link.',
    ja: 'パスワードを忘れた場合や、アカウントをお持ちでない場合は、この mailfit の管理者にリンクの発行を依頼してください。',
  },
  or: { en: 'or', ja: 'または' },
  withProvider: { en: 'Sign in with', ja: '次のアカウントでサインイン：' },
  providerFailed: {
    en: 'The sign-in there did not succeed. Try again; if it keeps failing, an administrator finds the reason in the audit log.',
    ja: '外部アカウントでのサインインに失敗しました。もう一度お試しください。繰り返す場合は、管理者が監査ログで原因を確認できます。',
  },
  providerNoRole: {
    en: 'Your account there is fine, but it has no role in this mailfit. Ask an administrator for access.',
    ja: '外部アカウントは確認できましたが、この mailfit の役割が割り当てられていません。管理者に利用の許可を依頼してください。',
  },
} as const satisfies Texts;

export const SETUP_TEXTS = {
  title: { en: 'Set up the administrator', ja: '管理者の登録' },
  lead: {
    en: 'This mailfit has no accounts yet. The first one is the administrator’s, who then invites everybody else.',
    ja: 'この mailfit にはまだアカウントがありません。最初に登録する方が管理者となり、ほかの利用者を招待します。',
  },
  code: { en: 'Setup code', ja: '設定コード' },
  codeHint: {
    en: 'Printed where the server was started. If MAILFIT_ADMIN_SECRET is set, enter that instead.',
    ja: 'サーバーを起動した画面に表示されています。MAILFIT_ADMIN_SECRET を設定した場合は、その値を入力してください。',
  },
  codeWrong: { en: 'This is not the setup code.', ja: '設定コードが正しくありません。' },
  name: { en: 'Your name', ja: '氏名' },
  email: { en: 'Mail address', ja: 'メールアドレス' },
  emailHint: { en: 'You sign in with it.', ja: 'サインインに使います。' },
  password: { en: 'Password', ja: 'パスワード' },
  passwordHint: {
    en: 'At least 12 characters. Several words in a row are easy to remember.',
    ja: '12文字以上。複数の単語を並べると覚えやすくなります。',
  },
  submit: { en: 'Make the account', ja: '登録する' },
  summary: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
} as const satisfies Texts;

export const JOIN_TEXTS = {
  title: { en: 'Join this mailfit', ja: 'アカウントの登録' },
  lead: {
    en: 'You were invited. Give your name and choose a password; the link then stops working.',
    ja: '招待が届いています。氏名とパスワードを登録してください。登録が済むと、このリンクは使えなくなります。',
  },
  email: { en: 'Mail address', ja: 'メールアドレス' },
  role: { en: 'Role', ja: '役割' },
  name: { en: 'Your name', ja: '氏名' },
  submit: { en: 'Make the account and sign in', ja: '登録してサインインする' },
  goneTitle: { en: 'This link no longer works', ja: 'このリンクは使えません' },
  gone: {
    en: 'It was used already, was replaced by a newer one, or is too old. Ask an administrator for a new one.',
    ja: 'すでに使用されたか、新しいリンクに置き換えられたか、有効期限が切れています。管理者に再発行を依頼してください。',
  },
  toSignIn: { en: 'To the sign-in', ja: 'サインインへ' },
} as const satisfies Texts;

export const RESET_TEXTS = {
  title: { en: 'Choose a new password', ja: '新しいパスワードの設定' },
  lead: {
    en: 'Afterwards you are signed in here and signed out everywhere else.',
    ja: '設定するとこの端末でサインインし、ほかの端末ではサインアウトされます。',
  },
  account: { en: 'Account', ja: 'アカウント' },
  password: { en: 'New password', ja: '新しいパスワード' },
  submit: { en: 'Save and sign in', ja: '設定してサインインする' },
  forgottenTitle: { en: 'Forgotten password', ja: 'パスワードの再設定' },
  forgottenLead: {
    en: 'Give your mail address. If it has an account here, a link to choose a new password is on its way. It works for one hour.',
    ja: 'メールアドレスを入力してください。アカウントが登録されている場合は、再設定用のリンクをお送りします。リンクは1時間有効です。',
  },
  send: { en: 'Send the link', ja: 'リンクを送信する' },
  sentTitle: { en: 'Please look into your mail', ja: 'メールをご確認ください' },
  sent: {
    en: 'If this address has an account, the link is on its way. Nothing there after some minutes? Look into the spam folder, or ask an administrator.',
    ja: 'アカウントが登録されている場合は、リンクを記載したメールをお送りしました。数分待っても届かない場合は、迷惑メールフォルダーを確認するか、管理者にご連絡ください。',
  },
} as const satisfies Texts;

export const ACCOUNT_MAIL_TEXTS = {
  inviteSubject: { en: 'Invitation to mailfit', ja: 'mailfit への招待' },
  inviteText: {
    en: 'You have been invited to use mailfit. Open this link within 7 days to choose a password:',
    ja: 'mailfit への招待が届いています。7日以内に次のリンクを開き、パスワードを設定してください。',
  },
  resetSubject: { en: 'A new password for mailfit', ja: 'mailfit のパスワード再設定' },
  resetText: {
    en: 'Open this link within one hour to choose a new password. If you did not ask for it, ignore this mail; nothing has changed.',
    ja: '1時間以内に次のリンクを開き、新しいパスワードを設定してください。お心当たりのない場合は、このメールを破棄してください。パスワードは変更されていません。',
  },
} as const satisfies Texts;
