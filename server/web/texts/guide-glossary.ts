// The words a beginner meets on these pages. docs/glossary.md is the one for contributors.

import type { LocalizedText } from '../../core/text/localized.ts';

export const GLOSSARY: readonly { readonly term: LocalizedText; readonly meaning: LocalizedText }[] = [
  {
    term: { en: 'SMTP', ja: 'SMTP' },
    meaning: {
      en: 'The protocol by which mail is sent from server to server.',
      ja: 'メールをサーバーからサーバーへ送るための手順。',
    },
  },
  {
    term: { en: 'IMAP', ja: 'IMAP' },
    meaning: {
      en: 'The protocol by which a mail program reads a mailbox on the server.',
      ja: 'メールソフトがサーバー上のメールを読むための手順。',
    },
  },
  {
    term: { en: 'TLS', ja: 'TLS' },
    meaning: { en: 'Encryption of a connection.', ja: '通信を暗号化する仕組み。' },
  },
  {
    term: { en: 'SPF, DKIM, DMARC', ja: 'SPF・DKIM・DMARC' },
    meaning: {
      en: 'Three entries for your domain by which others can tell your mail from a forgery.',
      ja: '自分のドメインからのメールが本物だと、受け取る側が確かめられるようにする三つの仕組み。',
    },
  },
  {
    term: { en: 'Hard requirement', ja: '必須要件' },
    meaning: { en: 'Something without which an option is out.', ja: '満たさなければ候補から外れる条件。' },
  },
  {
    term: { en: 'Criterion, weight, points', ja: '評価項目・重み・得点' },
    meaning: {
      en: 'What is compared, how much it matters to you, and what the option earns there. Points add up to the score.',
      ja: '比べる観点、その大切さ、そこで得た点。得点の合計が総合点になる。',
    },
  },
  {
    term: { en: 'Evidence', ja: '根拠' },
    meaning: {
      en: 'Where a fact was read and on which day, or the run that measured it.',
      ja: '事実の出典と確認日、または測定した試験。',
    },
  },
  {
    term: { en: 'p50, p99', ja: 'p50・p99' },
    meaning: {
      en: 'Half, or 99 of 100, of the messages were at least this fast.',
      ja: '半数、または100通中99通がこの時間以内に終わったことを示す値。',
    },
  },
  {
    term: { en: 'Session', ja: 'セッション' },
    meaning: {
      en: 'One SMTP connection from greeting to farewell.',
      ja: '接続してから切断するまでの、一つのSMTP接続。',
    },
  },
  {
    term: { en: 'Single sign-on', ja: 'シングルサインオン' },
    meaning: {
      en: 'One sign-in for several services.',
      ja: '一度のログインで複数のサービスを使える仕組み。',
    },
  },
];
