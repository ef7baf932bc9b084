// The guide for people new to mail servers: plain words, our own, in the order in which one would tell it.

import type { Texts } from '../text-table.ts';
import { BASICS } from './basics.ts';
import { CHOICES } from './choices.ts';
import { DECISION } from './decision.ts';
import type { GuidePart } from './guide-section.ts';
import { OPERATION } from './operation.ts';
import { SECURITY } from './security.ts';
import { SIZE } from './size.ts';

export const GUIDE_PARTS: readonly GuidePart[] = [BASICS, CHOICES, SIZE, SECURITY, OPERATION, DECISION];

export const GUIDE_TEXTS = {
  title: { en: 'Guide: mail servers for beginners', ja: '入門ガイド：はじめてのメールサーバー選び' },
  lead: {
    en: 'What a mail server does, what the choice is about, and how to read the figures on these pages. About 20 minutes, no prior knowledge; every part can be read by itself.',
    ja: 'メールサーバーの役割から、選ぶときの考え方、このサイトの数値の読み方まで、予備知識なしで読めるように説明します。全部読んで20分ほど。気になるところだけでもかまいません。',
  },
  contents: { en: 'Contents', ja: '目次' },
  glossary: { en: 'Words', ja: '用語集' },
  merits: { en: 'What speaks for it', ja: '良い点' },
  burdens: { en: 'What it asks of you', ja: '引き受けること' },
  inCatalogue: { en: 'In the catalogue', ja: '製品・サービスで確かめる' },
  asked: { en: 'Start an evaluation', ja: '評価を始める' },
  diagramTitle: { en: 'The way of a message', ja: 'メールが届くまで' },
  diagramText: {
    en: 'A message goes from the sender’s program to the sending server, which asks the directory DNS where to deliver, and passes it by SMTP to the receiving server. That one examines it and keeps it in the mailbox, from which the recipient’s program reads it by IMAP. The receiving server’s receipt goes back to the sending server.',
    ja: '送信者のメールソフトから送信側のサーバーへ渡り、サーバーは住所録DNSで届け先を調べ、SMTPで受信側のサーバーへ届けます。受信側は検査して受信箱に保管し、受信者のメールソフトがIMAPで読みます。受信側のサーバーからは受領の返事が送信側へ戻ります。',
  },
  sender: { en: 'Sender', ja: '送信者' },
  sendingServer: { en: 'Sending server', ja: '送信側のサーバー' },
  receivingServer: { en: 'Receiving server', ja: '受信側のサーバー' },
  recipient: { en: 'Recipient', ja: '受信者' },
  dns: { en: 'DNS: where to?', ja: 'DNS：届け先は？' },
  check: { en: 'examines, keeps', ja: '検査して保管' },
  submit: { en: '1 hands over', ja: '① 送信' },
  transfer: { en: '2 SMTP', ja: '② SMTPで配送' },
  receipt: { en: '3 receipt', ja: '③ 受領の返事' },
  fetch: { en: '4 reads', ja: '④ 受信' },
} as const satisfies Texts;
