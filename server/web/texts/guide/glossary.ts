// The words a beginner meets on these pages. docs/glossary.md is the one for contributors.

import type { LocalizedText } from '../../../core/text/localized.ts';

interface Entry {
  readonly term: LocalizedText;
  readonly meaning: LocalizedText;
}

function entry(term: LocalizedText, en: string, ja: string): Entry {
  return { term, meaning: { en, ja } };
}

export const GLOSSARY: readonly Entry[] = [
  entry(
    { en: 'SMTP', ja: 'SMTP' },
    'The protocol by which mail is sent, from program to server and from server to server.',
    'メールを送るための通信方式。メールソフトからサーバーへ、サーバーからサーバーへの配送に使う。',
  ),
  entry(
    { en: 'IMAP', ja: 'IMAP' },
    'The protocol by which a mail program reads a mailbox that stays on the server.',
    'メールをサーバーに置いたまま読むための通信方式。複数の端末で同じ受信箱を使える。',
  ),
  entry(
    { en: 'POP', ja: 'POP' },
    'The older protocol that takes mail from the server to one device.',
    'メールをサーバーから端末に取り込む、古くからの通信方式。',
  ),
  entry(
    { en: 'DNS', ja: 'DNS' },
    'The directory of the Internet. An entry called MX says which server receives mail for a domain.',
    'インターネットの住所録。MXという項目に、そのドメイン宛てのメールを受け取るサーバーが書かれている。',
  ),
  entry(
    { en: 'Domain', ja: 'ドメイン' },
    'What stands after the @ of an address.',
    'メールアドレスの「＠より後ろ」の部分。',
  ),
  entry(
    { en: 'TLS', ja: 'TLS' },
    'Encryption of a connection, so that nobody on the way can read along.',
    '通信を暗号化し、途中で読まれないようにする仕組み。',
  ),
  entry(
    { en: 'MTA-STS, DANE', ja: 'MTA-STS・DANE' },
    'Two ways to tell other servers: deliver to us with encryption only.',
    '「暗号化した通信でだけ届けてほしい」と相手のサーバーに伝える二つの方法。',
  ),
  entry(
    { en: 'SPF, DKIM, DMARC', ja: 'SPF・DKIM・DMARC' },
    'Three entries for your domain by which others can tell your mail from a forgery.',
    '自分のドメインからのメールが本物かどうかを、受け取る側が確かめられるようにする三つの仕組み。',
  ),
  entry(
    { en: 'Two-step sign-in', ja: '多要素認証' },
    'A password and something else, such as a code on the phone.',
    'パスワードに加えて、スマートフォンのコードなど別の手段でも本人を確かめること。',
  ),
  entry(
    { en: 'Single sign-on', ja: 'シングルサインオン（SSO）' },
    'One sign-in for several services.',
    '一度のログインで複数のサービスを使える仕組み。',
  ),
  entry(
    { en: 'Directory', ja: 'ディレクトリ' },
    'The list of an organisation’s people that other systems follow, for example Active Directory or LDAP.',
    '社員や部署の情報をまとめて管理し、ほかのシステムが参照する台帳。Active DirectoryやLDAPなど。',
  ),
  entry(
    { en: 'PPAP', ja: 'PPAP' },
    'Sending a locked ZIP file and then its password by the same way; given up by many.',
    'パスワード付きZIPを送り、続けて同じ経路でパスワードを送る方法。廃止が進んでいる。',
  ),
  entry(
    { en: 'Gateway', ja: 'メールゲートウェイ' },
    'A filter that stands in front of the mail server.',
    'メールサーバーの手前に置き、出入りするメールを検査する製品。',
  ),
  entry(
    { en: 'Archive, legal hold', ja: 'アーカイブ・リーガルホールド' },
    'Keeping mail where its owner cannot delete it; a hold does so because of a dispute.',
    'メールを利用者が消せない形で残すこと。訴訟などに備えて対象を保全するのがリーガルホールド。',
  ),
  entry(
    { en: 'Audit log', ja: '監査ログ' },
    'The record of who did what and when.',
    '誰が、いつ、何をしたかの記録。',
  ),
  entry(
    { en: 'Availability (SLA)', ja: '稼働率（SLA）' },
    'The share of a month in which the service works; the agreement says what is paid if it is missed.',
    'ひと月のうちサービスが使える割合。契約（SLA）では、下回ったときの返金などを定める。',
  ),
  entry(
    { en: 'ISMAP', ja: 'ISMAP' },
    'The Japanese government’s list of assessed cloud services.',
    '日本政府がセキュリティを評価したクラウドサービスの登録制度。',
  ),
  entry(
    { en: 'Hard requirement', ja: '必須条件' },
    'Something without which an option is out.',
    '満たさなければ候補から外れる条件。',
  ),
  entry(
    { en: 'Criterion, weight, points', ja: '評価項目・重み・得点' },
    'What is compared, how much it matters to you, and what the option earns there. Points add up to the score.',
    '比べる観点、重視する度合い、そこで得た点。得点の合計が総合点になる。',
  ),
  entry(
    { en: 'Swing', ja: 'スイング法' },
    'Weighing improvements instead of words: what is it worth to get from here to there?',
    '「ここからここまで良くなること」の価値を比べて重みを決める方法。',
  ),
  entry(
    { en: 'AHP, consistency ratio', ja: 'AHP（一対比較）・整合比' },
    'Weights from comparing two things at a time; the ratio shows whether the comparisons contradict each other (above 0.1).',
    '2つずつ比べて重みを決める方法と、その答えに矛盾がないかを示す値（0.1を超えたら見直す）。',
  ),
  entry(
    { en: 'Evidence', ja: '根拠' },
    'Where a fact was read and on which day, or the run that measured it.',
    '事実の出典と確認した日、または測定した試験。',
  ),
  entry(
    { en: 'p50, p99', ja: 'p50・p99' },
    'Half, or 99 of 100, of the messages were at least this fast.',
    '半数、または100通中99通がこの時間以内に終わったことを示す値。',
  ),
  entry(
    { en: 'Session', ja: 'セッション' },
    'One SMTP connection from greeting to farewell.',
    '接続のあいさつから切断までの、一続きのSMTP通信。',
  ),
];
