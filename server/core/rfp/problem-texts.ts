// What is wrong with a cell of an answer sheet, and how to mend it.

import type { FactOption } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';

export const RFP_PROBLEMS = {
  fileTooLarge: (mebibytes: number): LocalizedText => ({
    en: `The file is larger than ${mebibytes} MiB. Send the sheet as it was handed out.`,
    ja: `ファイルが${mebibytes} MiBを超えています。配布した用紙をそのまま使ってください。`,
  }),
  notASpreadsheet: {
    en: 'This is not an XLSX file. Save it as an Excel workbook (.xlsx).',
    ja: 'XLSXファイルではありません。Excelブック（.xlsx）形式で保存してください。',
  },
  unpacksTooLarge: (mebibytes: number): LocalizedText => ({
    en: `The file unpacks to more than ${mebibytes} MiB, which no answer sheet does.`,
    ja: `展開すると${mebibytes} MiBを超えます。回答用紙ではありません。`,
  }),
  damaged: {
    en: 'The spreadsheet is damaged. Open it, save it again and send that.',
    ja: 'ファイルが壊れています。開いて保存し直したものを送ってください。',
  },
  tooManyCells: (rows: number, columns: number): LocalizedText => ({
    en: `The sheet has more than ${rows} rows or ${columns} columns.`,
    ja: `シートが${rows}行または${columns}列を超えています。`,
  }),
  noVendor: { en: 'Write the name of the company.', ja: '会社名を記入してください。' },
  noDay: {
    en: 'Write the day of the answer as 2026-11-23.',
    ja: '回答日を 2026-11-23 の形式で記入してください。',
  },
  future: { en: 'This day has not come yet.', ja: '未来の日付は記入できません。' },
  aDate: {
    en: 'The spreadsheet has made a date of this. Format the cell as text and write the answer again.',
    ja: '表計算ソフトが日付に変換しています。セルの書式を文字列にして、回答を記入し直してください。',
  },
  extraRow: {
    en: 'This row was not in the sheet. Move what it says to the remarks.',
    ja: '元のシートにない行です。内容は備考欄に移してください。',
  },
  notAnAddress: {
    en: 'Write an address that begins with http:// or https://, or leave it empty.',
    ja: 'http:// または https:// で始まるURLを記入するか、空欄にしてください。',
  },
  otherOption: (id: string): LocalizedText => ({
    en: `This sheet is for another option; expected ${id}.`,
    ja: `別の候補のシートです。${id}のシートを選んでください。`,
  }),
  movedColumn: (title: LocalizedText): LocalizedText => ({
    en: `The column “${title.en}” belongs here. Put the columns back in their order.`,
    ja: `ここは「${title.ja}」の列です。列の順序を元に戻してください。`,
  }),
  movedRow: (id: string): LocalizedText => ({
    en: `The question ${id} belongs here. Put the rows back in their order.`,
    ja: `ここは${id}の質問です。行の順序を元に戻してください。`,
  }),
  notANumber: (unit: string): LocalizedText => ({
    en: `Write a plain number${unit === '' ? '' : ` in ${unit}`}, or “unlimited”.`,
    ja: `数値だけ${unit === '' ? '' : `（単位：${unit}）`}を記入するか、「無制限」と記入してください。`,
  }),
  notAnOption: (options: readonly FactOption[]): LocalizedText => ({
    en: `Choose from: ${options.map((option) => option.label.en).join('; ')}.`,
    ja: `次の中から選んでください：${options.map((option) => option.label.ja).join('、')}`,
  }),
} as const;
