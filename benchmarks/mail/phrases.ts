// Text for generated mail: ordinary office sentences, so that content filters and full-text indexes meet what they
// meet in real life. Written for this project; no real person, company or address occurs.

import type { Rng } from '../stats/rng.ts';
import { nextBelow } from '../stats/rng.ts';

export type MailLanguage = 'en' | 'ja';

interface PhraseBook {
  readonly subjects: readonly string[];
  readonly greetings: readonly string[];
  readonly sentences: readonly string[];
  readonly closings: readonly string[];
  readonly people: readonly string[];
  readonly fileNames: readonly string[];
  readonly sentenceGap: string;
}

const ENGLISH: PhraseBook = {
  subjects: [
    'Minutes of the Tuesday meeting',
    'Updated quotation for the warehouse project',
    'Re: delivery date of order 4471',
    'Question about the travel expenses',
    'Agenda and room for next week',
    'Monthly figures, second version',
  ],
  greetings: ['Hello everyone,', 'Dear colleagues,', 'Good morning,', 'Hi,'],
  sentences: [
    'The supplier confirmed the new delivery date this morning.',
    'Please have a look at the second sheet before we talk on Thursday.',
    'I moved the meeting by half an hour because the room was taken.',
    'Two of the three open points are settled, the last one needs a decision.',
    'The figures for the northern branch are still missing.',
    'We should tell the customer before the end of the week.',
    'The contract runs until March and can be extended once.',
    'If nobody objects, I will place the order tomorrow.',
    'Travel costs were lower than planned, printing was higher.',
    'The training starts at nine and takes most of the day.',
  ],
  closings: ['Best regards,', 'Thank you,', 'Kind regards,'],
  people: ['Alex Miller', 'Robin Clark', 'Sam Turner', 'Jamie Reed', 'Chris Baker'],
  fileNames: ['Quotation 2026-11.pdf', 'Minutes.docx', 'Figures Q3 (final).xlsx', 'Site plan.png'],
  sentenceGap: ' ',
};

const JAPANESE: PhraseBook = {
  subjects: [
    '【共有】火曜定例の議事録',
    'お見積書送付の件',
    'Re: 納期のご確認について',
    '出張精算の締め切りのお知らせ',
    '来週の会議室と議題について',
    '月次資料（第2版）をお送りします',
  ],
  greetings: ['お世話になっております。', '各位', 'お疲れさまです。', 'いつもお世話になっております。'],
  sentences: [
    '今朝、仕入先から新しい納期の連絡がありました。',
    '木曜の打ち合わせの前に、2枚目のシートをご確認ください。',
    '会議室が埋まっていたため、開始を30分遅らせました。',
    '3点の課題のうち2点は解決し、残る1点は判断が必要です。',
    '北支店の数字がまだ届いていません。',
    '週内にお客様へご連絡したいと考えております。',
    '契約は3月末までで、一度だけ延長できます。',
    'ご異議がなければ、明日発注いたします。',
    '交通費は予定を下回りましたが、印刷費は上回りました。',
    '研修は9時に始まり、ほぼ一日かかる見込みです。',
  ],
  closings: ['よろしくお願いいたします。', 'ご確認のほど、お願いいたします。', '以上、ご報告まで。'],
  people: ['山田 花子', '佐藤 健一', '鈴木 美咲', '高橋 直樹', '田中 由美'],
  fileNames: ['御見積書_2026年11月.pdf', '議事録（火曜定例）.docx', '月次資料・最終版.xlsx', '配置図.png'],
  sentenceGap: '',
};

const BOOKS: Readonly<Record<MailLanguage, PhraseBook>> = { en: ENGLISH, ja: JAPANESE };

function pick(rng: Rng, items: readonly string[]): string {
  return items[nextBelow(rng, items.length)] ?? '';
}

export function drawSubject(language: MailLanguage, rng: Rng): string {
  return pick(rng, BOOKS[language].subjects);
}

export function drawPerson(language: MailLanguage, rng: Rng): string {
  return pick(rng, BOOKS[language].people);
}

export function drawFileName(language: MailLanguage, rng: Rng): string {
  return pick(rng, BOOKS[language].fileNames);
}

/** A letter of at least `characters` characters: greeting, paragraphs of a few sentences, closing, name. */
export function drawLetter(language: MailLanguage, characters: number, rng: Rng): string {
  const book = BOOKS[language];
  const parts = [pick(rng, book.greetings), ''];
  let length = 0;
  while (length < characters) {
    const paragraph = Array.from({ length: 2 + nextBelow(rng, 4) }, () => pick(rng, book.sentences));
    const text = paragraph.join(book.sentenceGap);
    parts.push(text, '');
    length += text.length + 2;
  }
  parts.push(pick(rng, book.closings), pick(rng, book.people), '');
  return parts.join('\n');
}
