// Where things stand in the answer sheet that a vendor fills in. The writer and the reader both go by this.

import type { FactDefinition, FactKind, FactVocabulary } from '../catalogue/vocabulary.ts';
import type { FactId } from '../catalogue/fact.ts';
import type { Requirement } from '../scoring/recommendation.ts';
import type { LocalizedText } from '../text/localized.ts';

/** What a spreadsheet library gives for one cell. */
export type SheetValue = string | number | boolean | Date | null;

/** Zero-based places; cell addresses in messages are made from them. */
export const SHEET = { optionRow: 2, vendorRow: 3, dateRow: 4, headRow: 6, firstAnswerRow: 7 } as const;
export const COLUMN = { id: 0, question: 1, how: 2, answer: 3, page: 4, remark: 5 } as const;
/** Column of what is filled in above the table. */
export const FORM_COLUMN = 1;

export const HEAD: readonly LocalizedText[] = [
  { en: 'Id', ja: '識別子' },
  { en: 'Question', ja: '質問' },
  { en: 'How to answer', ja: '回答方法' },
  { en: 'Answer', ja: '回答' },
  { en: 'Page that shows it (URL)', ja: '確認できるページ（URL）' },
  { en: 'Remark', ja: '備考' },
];

export const UNLIMITED: LocalizedText = { en: 'unlimited', ja: '無制限' };
export const UNDISCLOSED: LocalizedText = { en: 'undisclosed', ja: '非開示' };

/** Kinds whose answer fits one cell; prices, limits with conditions, dates and free text are asked for by letter. */
const ANSWERABLE: ReadonlySet<FactKind> = new Set<FactKind>(['quantity', 'flag', 'level', 'set']);

/** Facts to ask for: those behind the requirements, each once, in the order of the vocabulary. */
export function factsToAsk(
  requirements: readonly Pick<Requirement, 'factId'>[],
  vocabulary: FactVocabulary,
): readonly FactDefinition[] {
  const wanted = new Set(requirements.map((requirement) => requirement.factId));
  return vocabulary.ids
    .filter((id: FactId) => wanted.has(id) && ANSWERABLE.has(vocabulary.facts[id].kind))
    .map((id) => vocabulary.facts[id]);
}

/** `D8` for row 7, column 3. */
export function cellAddress(row: number, column: number): string {
  return `${String.fromCharCode(65 + column)}${row + 1}`;
}
