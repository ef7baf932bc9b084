// Texts of the candidates: the servers that an organisation considers, as they can be reached.

import type { Texts } from './text-table.ts';

export const CANDIDATE_FORM_TEXTS = {
  thenHint: {
    en: 'A comparison needs a server of each option. Once both are here, the plan opens by itself.',
    ja: '比較には、両方の選択肢のサーバーが必要です。両方の登録が済むと、試験計画の画面に進みます。',
  },
  newTitle: { en: 'New candidate', ja: '候補の追加' },
  editTitle: { en: 'Edit the candidate', ja: '候補の編集' },
  lead: {
    en: 'A candidate is a server you control and want to test. Its runs become evidence for its option.',
    ja: '候補とは、自分で管理していて、試験したいサーバーのことです。試験の結果は、対応する選択肢の根拠になります。',
  },
  back: { en: 'Benchmark', ja: '負荷試験' },
  problemsTitle: { en: 'Please check these entries', ja: '入力内容をご確認ください' },
  name: { en: 'Name', ja: '名前' },
  nameHint: { en: 'For example: Postfix on the test host', ja: '例：検証機のPostfix' },
  endpoint: { en: 'Endpoint', ja: 'エンドポイント' },
  endpointHint: {
    en: 'smtp://host:port, smtps://host:port or lmtp://host:port, without user and password.',
    ja: 'smtp://ホスト:ポート、smtps://ホスト:ポート、lmtp://ホスト:ポート の形で入力します。ユーザー名とパスワードは含めません。',
  },
  tls: { en: 'Encryption', ja: '暗号化' },
  tlsNone: { en: 'None', ja: 'なし' },
  tlsStarttls: { en: 'STARTTLS', ja: 'STARTTLS' },
  tlsImplicit: { en: 'TLS from the start (smtps)', ja: '最初からTLS（smtps）' },
  tlsInsecure: { en: 'Do not verify the certificate', ja: '証明書を検証しない' },
  tlsInsecureHint: {
    en: 'Only for a laboratory. The password could then reach somebody else.',
    ja: '検証環境専用です。パスワードが第三者に渡るおそれがあります。',
  },
  option: { en: 'Option of the catalogue', ja: 'カタログの選択肢' },
  optionHint: {
    en: 'The product that answers there. Its declared throughput and connections are replaced by what you measure.',
    ja: 'このサーバーで動いている製品です。流量と同時接続数について、公称値の代わりに測定値を使います。',
  },
  optionNone: { en: 'None', ja: '対応づけない' },
  notes: { en: 'Notes', ja: 'メモ' },
  notesHint: {
    en: 'Version, hardware, settings: whatever is needed to understand the figures later.',
    ja: 'バージョン、ハードウェア、設定など、後で結果を読むときに必要な情報。',
  },
  authLegend: { en: 'Sign-in', ja: '認証' },
  mechanism: { en: 'Mechanism', ja: '方式' },
  mechanismNone: { en: 'No sign-in', ja: '認証しない' },
  user: { en: 'User', ja: 'ユーザー名' },
  userHint: {
    en: 'Use an account made for testing.',
    ja: '試験専用のアカウントを使ってください。',
  },
  password: { en: 'Password', ja: 'パスワード' },
  passwordHint: {
    en: 'Kept encrypted, used only when a test runs, never shown again.',
    ja: '暗号化して保存し、試験の実行時にだけ使います。登録後に表示することはありません。',
  },
  passwordKept: {
    en: 'A password is stored. Leave this empty to keep it.',
    ja: 'パスワードは登録済みです。空欄のままにすると、登録済みのものを使い続けます。',
  },
  save: { en: 'Save', ja: '保存する' },
  cancel: { en: 'Cancel', ja: 'やめる' },
  deleteHeading: { en: 'Delete', ja: '削除' },
  deleteHint: {
    en: 'Deletes the candidate with its password. Its runs and their results stay.',
    ja: '候補を、登録済みのパスワードとともに削除します。これまでの試験結果は残ります。',
  },
  deleteButton: { en: 'Delete this candidate', ja: 'この候補を削除する' },
} as const satisfies Texts;

export const CANDIDATE_PROBLEM_TEXTS = {
  name: { en: 'Enter a name.', ja: '名前を入力してください。' },
  endpoint: {
    en: 'Enter an endpoint such as smtp://127.0.0.1:25, without user and password.',
    ja: 'smtp://127.0.0.1:25 の形で入力してください。ユーザー名とパスワードは含めないでください。',
  },
  tlsScheme: {
    en: 'smtps:// means TLS from the start, and only that; choose the encryption that fits the endpoint.',
    ja: 'smtps:// は最初からTLSを使う接続です。エンドポイントに合う暗号化を選んでください。',
  },
  user: { en: 'Enter the user.', ja: 'ユーザー名を入力してください。' },
  password: {
    en: 'Enter the password; it is not kept while other entries are corrected.',
    ja: 'パスワードを入力してください（ほかの項目を直す間は保持されません）。',
  },
  authPlain: {
    en: 'Without encryption this mechanism would show the password on the wire. Choose STARTTLS, smtps or SCRAM-SHA-256.',
    ja: '暗号化なしでこの方式を使うと、パスワードがそのまま流れます。STARTTLS、smtps、SCRAM-SHA-256 のいずれかを選んでください。',
  },
} as const satisfies Texts;

export const CANDIDATE_TEXTS = {
  back: { en: 'Benchmark', ja: '負荷試験' },
  kind: { en: 'Candidate', ja: '候補' },
  endpoint: { en: 'Endpoint', ja: 'エンドポイント' },
  id: { en: 'Name on the command line', ja: 'コマンドラインでの指定' },
  tls: { en: 'Encryption', ja: '暗号化' },
  signIn: { en: 'Sign-in', ja: '認証' },
  signInNone: { en: 'None', ja: 'なし' },
  secretKept: { en: 'password stored', ja: 'パスワード登録済み' },
  secretMissing: { en: 'no password stored', ja: 'パスワード未登録' },
  unverified: { en: 'certificate not verified', ja: '証明書を検証しない' },
  option: { en: 'Option', ja: '選択肢' },
  notes: { en: 'Notes', ja: 'メモ' },
  control: { en: 'Control of the server', ja: '管理権限' },
  controlUnknown: { en: 'checked when a test starts', ja: '試験の開始時に確認します' },
  controlMore: { en: 'Check now', ja: '確認する' },
  plan: { en: 'Plan a test', ja: '試験を計画する' },
  edit: { en: 'Edit', ja: '編集する' },
  historyHeading: { en: 'History', ja: '履歴' },
  historyNone: {
    en: 'No test of this candidate yet.',
    ja: 'この候補の試験はまだありません。',
  },
  trendHeading: { en: 'Trend', ja: '推移' },
  trendHint: {
    en: 'Valid runs with the same plan, oldest first. A line across marks a change for good, found by a permutation test.',
    ja: '同じ計画で有効だった試験を古い順に並べています。縦線は、並べ替え検定で見つかった水準の変化を示します。',
  },
  trendNone: {
    en: 'A trend needs at least two valid runs with the same plan.',
    ja: '推移を示すには、同じ計画の有効な試験が2回以上必要です。',
  },
  trendRate: { en: 'Accepted per second', ja: '受理（通/秒）' },
  trendP99: { en: 'p99 of the final reply (ms)', ja: '最終応答のp99（ミリ秒）' },
  planOf: { en: 'Plan', ja: '計画' },
  changesHeading: { en: 'Changes', ja: '変化' },
  changesNone: {
    en: 'No lasting change was found. At least eight runs are needed to see one.',
    ja: '水準の変化は見つかりませんでした（検出には8回以上の試験が必要です）。',
  },
  compareHeading: { en: 'Compare runs', ja: '試験を比較する' },
} as const satisfies Texts;

export const CONTROL_PAGE_TEXTS = {
  title: { en: 'Proof of control', ja: '管理権限の確認' },
  lead: {
    en: 'A load test can bring a server down. Load therefore leaves this machine only for servers whose owner has agreed, and every run checks that again when it starts.',
    ja: '負荷試験はサーバーを停止させることがあります。そのため、所有者の同意を確認できたサーバーにだけ負荷をかけ、試験を始めるたびに改めて確認します。',
  },
  stateHeading: { en: 'Checked just now', ja: '現在の確認結果' },
  thisMachine: {
    en: 'This server runs on this machine. No proof is needed.',
    ja: 'このコンピューターで動いているサーバーです。確認は不要です。',
  },
  provenDns: {
    en: 'The token was found in DNS. Tests may be run.',
    ja: 'DNSで確認用トークンが見つかりました。試験を実行できます。',
  },
  provenGreeting: {
    en: 'The server shows the token in its greeting. Tests may be run.',
    ja: 'サーバーの応答で確認用トークンが見つかりました。試験を実行できます。',
  },
  notProven: {
    en: 'The network is allowed, but the server does not show the token yet. Publish it in one of these two ways, then check again.',
    ja: 'ネットワークは許可されていますが、サーバーから確認用トークンがまだ提示されていません。次のいずれかの方法で公開し、もう一度確認してください。',
  },
  refused: {
    en: 'This server may not be loaded:',
    ja: 'このサーバーには負荷をかけられません：',
  },
  wayDns: { en: 'A TXT record in DNS', ja: 'DNSのTXTレコード' },
  recordName: { en: 'Name', ja: '名前' },
  recordText: { en: 'Content', ja: '内容' },
  wayGreeting: { en: 'Or in the server’s greeting', ja: 'または、サーバーの最初の応答' },
  wayGreetingHint: {
    en: 'Put the same text into the SMTP banner or into the reply to EHLO, with spaces around it.',
    ja: '同じ文字列を、前後を空白で区切って、SMTPのバナーかEHLOへの応答に入れてください。',
  },
  howHeading: { en: 'How it works', ja: '仕組み' },
  how1: {
    en: 'Servers on this machine (127.0.0.0/8 and ::1) are always allowed.',
    ja: 'このコンピューター自身（127.0.0.0/8 と ::1）のサーバーには、いつでも実行できます。',
  },
  how2: {
    en: 'For any other, the operator names its network with a token in MAILFIT_LOAD_ALLOWED_NETWORKS, such as 192.0.2.0/24=TOKEN. The web pages cannot widen this list.',
    ja: 'それ以外のサーバーは、管理者が MAILFIT_LOAD_ALLOWED_NETWORKS に「192.0.2.0/24=トークン」の形でネットワークとトークンを設定します。この一覧を画面から広げることはできません。',
  },
  how3: {
    en: 'The owner of the server then publishes the token, in DNS or in the server’s greeting. Removing it ends the permission.',
    ja: '次に、サーバーの所有者が、DNSかサーバーの応答でトークンを公開します。公開をやめると、実行できなくなります。',
  },
  how4: {
    en: 'Public mail services are refused, whatever the list says.',
    ja: '公開メールサービスには、設定にかかわらず実行できません。',
  },
  again: { en: 'Check again', ja: 'もう一度確認する' },
} as const satisfies Texts;
