// Texts of the audit log's page.

import type { AuditAction, ChainVerdict } from '../../core/access/audit-chain.ts';
import type { LocalizedText } from '../../core/text/localized.ts';
import type { Texts } from './text-table.ts';

export const AUDIT_TEXTS = {
  title: { en: 'Audit log', ja: '監査ログ' },
  accountsLink: { en: 'Accounts', ja: 'アカウント管理' },
  lead: {
    en: 'Who did what, when and from where. Entries are only ever added, and each holds the hash of the one before it.',
    ja: '誰が、いつ、どこから、何をしたかの記録です。追記のみが可能で、各記録は直前の記録のハッシュ値を含みます。',
  },
  filterHeading: { en: 'Find', ja: '絞り込み' },
  action: { en: 'What', ja: '操作' },
  anyAction: { en: 'everything', ja: 'すべて' },
  actor: { en: 'Who (part of the address)', ja: '操作者（メールアドレスの一部）' },
  object: { en: 'Object (part)', ja: '対象（一部）' },
  from: { en: 'From', ja: '開始日' },
  until: { en: 'Until', ja: '終了日' },
  apply: { en: 'Show', ja: '表示する' },
  clear: { en: 'Clear', ja: '条件を消す' },
  export: { en: 'Download as CSV', ja: 'CSVをダウンロード' },
  verify: { en: 'Check the chain', ja: '連鎖を検証する' },
  none: { en: 'No entry fits.', ja: '該当する記録はありません。' },
  number: { en: 'No.', ja: '番号' },
  when: { en: 'When', ja: '日時' },
  who: { en: 'Who', ja: '操作者' },
  what: { en: 'What', ja: '操作' },
  where: { en: 'Address', ja: 'IPアドレス' },
  details: { en: 'Object and details', ja: '対象と詳細' },
  older: { en: 'Older entries', ja: '以前の記録' },
  whole: { en: 'The chain is whole.', ja: '連鎖に異常はありません。' },
  wholeEntries: { en: 'Entries checked', ja: '検証した件数' },
  wholeHead: {
    en: 'Note this hash down elsewhere; “mailfit audit verify --head HASH” later proves that nothing up to here was removed:',
    ja: '次のハッシュ値を別の場所に控えておくと、この時点までの記録が削除されていないことを、あとから「mailfit audit verify --head ハッシュ値」で確認できます。',
  },
  broken: { en: 'The chain is broken.', ja: '連鎖に異常があります。' },
  brokenAt: { en: 'First fault at entry', ja: '最初の異常：記録番号' },
  localUser: { en: 'local user', ja: 'ローカル利用者' },
  anonymous: { en: 'not signed in', ja: '未サインイン' },
  operator: { en: 'command line', ja: 'コマンドライン' },
  shareReader: { en: 'share link', ja: '共有リンク' },
} as const satisfies Texts;

export const AUDIT_ACTION_TEXTS: Readonly<Record<AuditAction, LocalizedText>> = {
  'setup.completed': { en: 'administrator set up', ja: '管理者を登録' },
  'signin.succeeded': { en: 'signed in', ja: 'サインイン' },
  'signin.failed': { en: 'sign-in failed', ja: 'サインイン失敗' },
  signout: { en: 'signed out', ja: 'サインアウト' },
  'session.revoked': { en: 'session ended', ja: 'セッションを終了' },
  'password.changed': { en: 'password changed', ja: 'パスワードを変更' },
  'password.reset-link-made': { en: 'reset link made', ja: '再設定リンクを発行' },
  'invitation.made': { en: 'invited', ja: '招待' },
  'invitation.revoked': { en: 'invitation revoked', ja: '招待を取り消し' },
  'invitation.accepted': { en: 'invitation accepted', ja: '招待を受諾' },
  'account.role-changed': { en: 'role changed', ja: '役割を変更' },
  'account.disabled': { en: 'account disabled', ja: 'アカウントを停止' },
  'account.enabled': { en: 'account enabled', ja: 'アカウントを再開' },
  'access.refused': { en: 'refused for lack of permission', ja: '権限不足により拒否' },
  'run.started': { en: 'load test started', ja: '負荷試験を開始' },
  'run.stopped': { en: 'load test stopped', ja: '負荷試験を停止' },
  'candidate.changed': { en: 'candidate changed', ja: '候補サーバーを変更' },
  'evaluation.created': { en: 'evaluation made', ja: '評価を作成' },
  'evaluation.exported': { en: 'report exported', ja: '報告書を出力' },
  'evaluation.reopened': { en: 'Evaluation opened again', ja: '評価の確定を解除' },
  'evaluation.vendor-answers-taken': { en: 'Vendor’s answers taken in', ja: '提供元の回答を取込' },
  'evaluation.vendor-answers-removed': { en: 'Vendor’s answers taken out', ja: '提供元の回答を取消' },
  'evaluation.tender-declared': { en: 'Tender rule declared', ja: '落札方式を宣言' },
  'evaluation.tender-withdrawn': { en: 'Tender rule taken back', ja: '落札方式の宣言を取消' },
  'evaluation.bids-entered': { en: 'Bids entered', ja: '入札額を記入' },
  'evaluation.frozen': { en: 'evaluation frozen', ja: '評価を確定' },
  'evaluation.deleted': { en: 'evaluation deleted', ja: '評価を削除' },
  'share.made': { en: 'share link made', ja: '共有リンクを作成' },
  'share.revoked': { en: 'share link revoked', ja: '共有リンクを無効化' },
  'share.opened': { en: 'share link opened', ja: '共有リンクを閲覧' },
  'token.made': { en: 'API token made', ja: 'APIトークンを発行' },
  'token.revoked': { en: 'API token revoked', ja: 'APIトークンを無効化' },
  'audit.exported': { en: 'audit log exported', ja: '監査ログを出力' },
  'database.backed-up': { en: 'backup made', ja: 'バックアップを作成' },
  'database.restored': { en: 'backup restored', ja: 'バックアップから復元' },
};

export const CHAIN_FAULT_TEXTS: Readonly<
  Record<Extract<ChainVerdict, { readonly kind: 'broken' }>['fault'], LocalizedText>
> = {
  entryChanged: { en: 'the entry was changed', ja: '記録が書き換えられています' },
  linkBroken: {
    en: 'the entry does not follow the one before it',
    ja: '直前の記録とつながっていません',
  },
  numberMissing: { en: 'an entry is missing', ja: '記録が欠けています' },
  endMissing: {
    en: 'the entry with the noted hash is gone',
    ja: '控えのハッシュ値を持つ記録がありません',
  },
};
