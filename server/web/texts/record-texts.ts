// Texts of the pages on documents, versions and vendors' answers.

import type { LocalizedText } from '../../core/text/localized.ts';
import type { ExportStep } from '../../usecases/export-board.ts';
import type { Texts } from './text-table.ts';

export const RECORD_TEXTS = {
  exports: { en: 'Reports', ja: '報告書' },
  versions: { en: 'Versions and freezing', ja: '版と確定' },
  'tender-rule': { en: 'Tender rule', ja: '落札方式' },
  tender: { en: 'Tender', ja: '調達' },
  recordNavigation: { en: 'Documents of this evaluation', ja: 'この評価の文書' },
  result: { en: 'Result', ja: '評価結果' },
} as const satisfies Texts;

export const EXPORT_TEXTS = {
  title: { en: 'Reports', ja: '報告書' },
  lead: {
    en: 'One file that stands up to questions: recommendation, reasons, sources, method and versions.',
    ja: '推奨案、理由、出典、評価方法、版の記録を一つのファイルにまとめます。',
  },
  make: { en: 'Make a report', ja: '報告書を作成する' },
  format: { en: 'Format', ja: '形式' },
  language: { en: 'Language', ja: '言語' },
  version: { en: 'Version', ja: '版' },
  versionNow: { en: 'As it is now', ja: '現在の状態' },
  sendTo: { en: 'Send by mail to (optional)', ja: 'メールの送付先（任意）' },
  sendHint: {
    en: 'One address. The file is attached; it stays here too, whatever happens to the mail.',
    ja: '宛先は1件です。ファイルを添付して送ります。送信できなかった場合も、ファイルはこのページから取得できます。',
  },
  noMailer: {
    en: 'To send reports by mail, the operator sets MAILFIT_SMTP_URL and MAILFIT_MAIL_FROM.',
    ja: 'メールで送るには、管理者が MAILFIT_SMTP_URL と MAILFIT_MAIL_FROM を設定してください。',
  },
  makeButton: { en: 'Make', ja: '作成する' },
  recent: { en: 'Made recently', ja: '最近作成した文書' },
  recentHint: {
    en: 'Kept for an hour; a version can be made again at any time, to the same bytes.',
    ja: '1時間保持します。確定した版は、いつでもまったく同じ内容で作成し直せます。',
  },
  busy: {
    en: 'Too many documents are waiting. Try again in a minute; nothing was lost.',
    ja: '作成待ちの文書が多すぎます。1分ほど待ってからお試しください。',
  },
  badAddress: {
    en: 'Write one address, such as name@example.com.',
    ja: 'name@example.com の形式で1件だけ入力してください。',
  },
  download: { en: 'Download', ja: 'ダウンロード' },
  cancel: { en: 'Cancel', ja: '中止する' },
  back: { en: 'Back to reports', ja: '報告書の一覧に戻る' },
  again: { en: 'Make it again', ja: 'もう一度作成する' },
  ready: { en: 'The document is ready', ja: '文書ができました' },
  sent: { en: 'Sent. The mail server answered:', ja: '送信しました。メールサーバーの応答：' },
  failed: { en: 'The document could not be made', ja: '文書を作成できませんでした' },
  notSent: {
    en: 'The document is ready, but it was not sent',
    ja: '文書はできましたが、送信できませんでした',
  },
  notSentHint: {
    en: 'Nothing is lost: download it here, or correct what the server objects to and send it again.',
    ja: '文書は失われていません。ここからダウンロードするか、原因を解消してからもう一度送信してください。',
  },
  cancelled: { en: 'Cancelled', ja: '中止しました' },
  waiting: { en: 'Waiting', ja: '順番待ち' },
  making: { en: 'Being made', ja: '作成中' },
  refreshes: { en: 'This page refreshes itself.', ja: 'このページは自動的に更新されます。' },
  internalFault: {
    en: 'Something went wrong inside mailfit. Try again; the operator’s log has the details.',
    ja: 'mailfit の内部で問題が起きました。もう一度お試しください。詳細は管理者のログに記録しています。',
  },
  report: { en: 'Report', ja: '報告書' },
  requirements: { en: 'List of requirements', ja: '要件一覧' },
} as const satisfies Texts;

export const STEP_TEXTS: Readonly<Record<ExportStep, LocalizedText>> = {
  computing: { en: 'Computing the ranking', ja: '順位を計算しています' },
  composing: { en: 'Composing the report', ja: '報告書を構成しています' },
  rendering: { en: 'Setting the pages', ja: 'ページを組んでいます' },
  sending: { en: 'Sending it', ja: '送信しています' },
};

export function aheadText(ahead: number): LocalizedText {
  if (ahead === 0) return { en: 'It is next.', ja: 'まもなく始まります。' };
  return {
    en: ahead === 1 ? 'One document is ahead of it.' : `${ahead} documents are ahead of it.`,
    ja: `この前に${ahead}件あります。`,
  };
}

export function versionLabel(number: number): LocalizedText {
  return { en: `Version ${number}`, ja: `第${number}版` };
}

export const VERSION_TEXTS = {
  title: { en: 'Versions and freezing', ja: '版と確定' },
  lead: {
    en: 'Freeze the evaluation before offers are opened. Answers, weights, model and catalogue are kept as they are; every later change becomes a new version with a name, a time and a reason.',
    ja: '開札の前に評価を確定します。回答・重み・評価モデル・製品情報をその時点のまま保存し、以後の変更は、担当者・日時・理由とともに新しい版として記録します。',
  },
  stateOpen: { en: 'Not frozen', ja: '未確定' },
  stateOpenHint: { en: 'Anybody who may edit it can change it.', ja: '編集できる人は誰でも変更できます。' },
  stateFrozen: { en: 'Frozen', ja: '確定済み' },
  stateFrozenHint: {
    en: 'Its answers are locked. Pages and reports show this version.',
    ja: '回答は変更できません。画面と報告書には、この版の内容を表示します。',
  },
  stateReopened: { en: 'Opened again', ja: '確定を解除中' },
  stateReopenedHint: {
    en: 'It can be changed until it is frozen as the next version.',
    ja: '次の版として確定するまで変更できます。',
  },
  freeze: { en: 'Freeze', ja: '確定する' },
  freezeHeading: { en: 'Freeze it as it is now', ja: '現在の内容で確定する' },
  reopen: { en: 'Open again', ja: '確定を解除する' },
  reopenHeading: { en: 'Open it again for a change', ja: '変更のために確定を解除する' },
  by: { en: 'Your name', ja: '担当者名' },
  reason: { en: 'Reason', ja: '理由' },
  history: { en: 'Versions so far', ja: '版の履歴' },
  noVersions: { en: 'No version yet.', ja: '版はまだありません。' },
  number: { en: 'Version', ja: '版' },
  cause: { en: 'What happened', ja: '内容' },
  when: { en: 'When (UTC)', ja: '日時（UTC）' },
  who: { en: 'Who', ja: '担当者' },
  fingerprint: { en: 'Fingerprint of the inputs', ja: '入力の照合値' },
  compare: { en: 'Compare', ja: '比較する' },
  compareHeading: { en: 'Compare two versions', ja: '2つの版を比較する' },
  from: { en: 'Earlier', ja: '変更前' },
  to: { en: 'Later', ja: '変更後' },
  compareTitle: { en: 'What differs', ja: '版の比較' },
  needsBoth: { en: 'Write your name and the reason.', ja: '担当者名と理由を入力してください。' },
  changedMeanwhile: {
    en: 'Somebody changed the evaluation in the same moment. Look at it and try again.',
    ja: '同時にほかの変更がありました。内容を確認して、もう一度お試しください。',
  },
} as const satisfies Texts;

export const TENDER_TEXTS = {
  title: { en: 'Tender documents and offers', ja: '調達文書と提供元の回答' },
  lead: {
    en: 'Ask vendors for what you need in your own words, and take their answers back into the evaluation.',
    ja: '必要な条件を提供元に示し、その回答を評価に取り込みます。',
  },
  list: { en: 'List of requirements', ja: '要件一覧' },
  makeList: { en: 'Make the list', ja: '要件一覧を作成する' },
  listHint: {
    en: 'For the specification, with the framework clause behind each security requirement.',
    ja: '仕様書に使えます。セキュリティ要件には、根拠となる基準の条項を付けています。',
  },
  sheet: { en: 'Answer sheet for a vendor', ja: '提供元に渡す回答用紙' },
  sheetHint: {
    en: 'One Excel file per option. The vendor fills in the framed cells.',
    ja: '候補ごとに1つのExcelファイルです。提供元には枠内だけに記入してもらいます。',
  },
  option: { en: 'Option', ja: '候補' },
  language: { en: 'Language', ja: '言語' },
  format: { en: 'Format', ja: '形式' },
  getSheet: { en: 'Download the sheet', ja: '回答用紙をダウンロード' },
  take: { en: 'Take in a filled-in sheet', ja: '記入済みの回答用紙を取り込む' },
  takeHint: {
    en: 'The answers count as declared by the vendor, with its name and date. A sheet with one faulty cell changes nothing.',
    ja: '回答は、社名と回答日とともに提供元の申告として扱います。一つでも不備のあるセルがあれば、何も変更しません。',
  },
  takeFrozenHint: {
    en: 'The evaluation is frozen: taking the sheet in makes the next version.',
    ja: 'この評価は確定済みのため、取り込むと次の版になります。',
  },
  file: { en: 'Filled-in sheet (.xlsx, up to 4 MiB)', ja: '記入済みの回答用紙（.xlsx、4 MiBまで）' },
  by: { en: 'Your name', ja: '担当者名' },
  reason: { en: 'Remark', ja: '備考' },
  takeButton: { en: 'Take it in', ja: '取り込む' },
  refused: {
    en: 'The sheet was not taken in; nothing was changed',
    ja: '取り込みませんでした。評価は変更していません',
  },
  cell: { en: 'Cell', ja: 'セル' },
  problem: { en: 'What to correct', ja: '直す内容' },
  wholeFile: { en: 'File', ja: 'ファイル' },
  noFile: { en: 'Choose a file.', ja: 'ファイルを選んでください。' },
  noName: { en: 'Write your name.', ja: '担当者名を入力してください。' },
  remove: { en: 'Take out', ja: '取り消す' },
  removeFrozen: {
    en: 'The evaluation is frozen. Open it again first; the answers stay until then.',
    ja: 'この評価は確定済みです。先に再開してください。回答はそのまま残しています。',
  },
  takenHeading: { en: 'Taken in so far', ja: '取り込んだ回答' },
  none: { en: 'Nothing yet.', ja: 'まだありません。' },
  vendor: { en: 'Vendor', ja: '提供元' },
  answeredOn: { en: 'Day of the answer', ja: '回答日' },
  facts: { en: 'Answers', ja: '回答数' },
  takenBy: { en: 'Taken in by', ja: '取込者' },
  takenAt: { en: 'When (UTC)', ja: '日時（UTC）' },
  fileName: { en: 'File', ja: 'ファイル' },
} as const satisfies Texts;

/** The reason that a version gets when nobody writes another. */
export function answersCameIn(vendor: string): LocalizedText {
  return { en: `Answers of ${vendor}`, ja: `${vendor}の回答を取込` };
}
