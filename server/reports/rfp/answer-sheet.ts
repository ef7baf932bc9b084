// The sheet that a vendor fills in: one question a row, the cells to fill framed, everything else as it must stay.

import type { FactDefinition } from '../../core/catalogue/vocabulary.ts';
import { COLUMN, HEAD, UNDISCLOSED, UNLIMITED } from '../../core/rfp/sheet-layout.ts';
import type { Lang, LocalizedText } from '../../core/text/localized.ts';
import type { Sheet, SheetRow } from '../workbook/sheet.ts';
import { text } from '../workbook/sheet.ts';

export interface AnswerSheetInput {
  readonly optionId: string;
  readonly optionName: LocalizedText;
  readonly asked: readonly FactDefinition[];
  readonly lang: Lang;
}

const TEXTS = {
  name: { en: 'Answers', ja: '回答' },
  title: { en: 'Answer sheet', ja: '回答用紙' },
  intro: {
    en: 'Please fill in the framed cells only, and keep rows and columns as they are. Leave empty what you cannot answer.',
    ja: '枠で囲んだセルだけに記入し、行や列の順序は変えないでください。回答できない項目は空欄のままで構いません。',
  },
  option: { en: 'Product', ja: '製品' },
  vendor: { en: 'Your company', ja: '会社名' },
  date: { en: 'Day of the answer', ja: '回答日' },
  oneOf: { en: 'One of', ja: '次から一つ' },
  someOf: { en: 'One or more of, separated by ;', ja: '次からあてはまるものすべて（「;」で区切る）' },
  number: { en: 'A number', ja: '数値' },
  or: { en: 'or', ja: 'または' },
} as const satisfies Readonly<Record<string, LocalizedText>>;

export function answerSheet(input: AnswerSheetInput): Sheet {
  const { lang } = input;
  const head: SheetRow[] = [
    [text(`${TEXTS.title[lang]}: ${input.optionName[lang]}`, 'title')],
    [text(TEXTS.intro[lang])],
    [text(TEXTS.option[lang], 'strong'), text(input.optionId)],
    [text(TEXTS.vendor[lang], 'strong'), text('', 'input')],
    [text(TEXTS.date[lang], 'strong'), text('', 'input')],
    [],
    HEAD.map((title) => text(title[lang], 'head')),
  ];
  const rows = input.asked.map((definition) => questionRow(definition, lang));
  return {
    name: TEXTS.name[lang],
    rows: [...head, ...rows],
    columnWidths: [24, 46, 46, 30, 34, 30],
    landscape: true,
  };
}

function questionRow(definition: FactDefinition, lang: Lang): SheetRow {
  const cells: SheetRow = HEAD.map((_, column) => {
    if (column === COLUMN.id) return text(definition.id, 'muted');
    if (column === COLUMN.question) {
      return text(`${definition.title[lang]}: ${definition.description[lang]}`);
    }
    return column === COLUMN.how ? text(howToAnswer(definition, lang)) : text('', 'input');
  });
  return cells;
}

function howToAnswer(definition: FactDefinition, lang: Lang): string {
  const options = (definition.options ?? []).map((option) => option.label[lang]).join('; ');
  const otherwise = ` (${TEXTS.or[lang]} “${UNDISCLOSED[lang]}”)`;
  switch (definition.kind) {
    case 'quantity':
      return `${TEXTS.number[lang]}, ${definition.unit ?? ''} (${TEXTS.or[lang]} “${UNLIMITED[lang]}”)${otherwise}`;
    case 'set':
      return `${TEXTS.someOf[lang]}: ${options}${otherwise}`;
    default:
      return `${TEXTS.oneOf[lang]}: ${options}${otherwise}`;
  }
}
