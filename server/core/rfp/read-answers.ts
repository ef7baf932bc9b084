// A vendor's filled-in sheet → facts of class `vendor-declared`, or every cell that cannot be taken, with the reason.
// Invariant: all or nothing. A sheet with one bad cell changes nothing, and says about every bad cell at once.

import type { Evidence, Fact, FactId } from '../catalogue/fact.ts';
import type { FactDefinition, FactOption } from '../catalogue/vocabulary.ts';
import type { LocalizedText } from '../text/localized.ts';
import type { Outcome, Problem } from '../text/problem.ts';
import { RFP_PROBLEMS } from './problem-texts.ts';
import type { SheetValue } from './sheet-layout.ts';
import { cellAddress, COLUMN, FORM_COLUMN, HEAD, SHEET, UNDISCLOSED, UNLIMITED } from './sheet-layout.ts';

export interface VendorAnswers {
  readonly optionId: string;
  readonly vendor: string;
  /** ISO 8601 day that the vendor put on the sheet. */
  readonly answeredOn: string;
  readonly facts: Readonly<Partial<Record<FactId, Fact>>>;
}

export interface AnswerSheetRequest {
  readonly rows: readonly (readonly SheetValue[])[];
  /** As asked: the sheet must hold these, in this order. */
  readonly asked: readonly FactDefinition[];
  readonly optionId: string;
  /** ISO 8601 day; an answer cannot come from the future. */
  readonly today: string;
}

type CellOutcome =
  | { readonly kind: 'empty' }
  | { readonly kind: 'fact'; readonly fact: Omit<Fact, 'evidence'> }
  | { readonly kind: 'refused'; readonly message: LocalizedText };

export function readAnswers(request: AnswerSheetRequest): Outcome<VendorAnswers> {
  const vendor = textAt(request.rows, SHEET.vendorRow, FORM_COLUMN);
  const answeredOn = dayAt(request.rows, SHEET.dateRow, FORM_COLUMN);
  const problems = [...formProblems(request, vendor, answeredOn), ...tableProblems(request)];
  const facts: Partial<Record<FactId, Fact>> = {};
  for (const [index, definition] of request.asked.entries()) {
    const row = SHEET.firstAnswerRow + index;
    const outcome = answerOf(request.rows[row]?.[COLUMN.answer] ?? null, definition);
    if (outcome.kind === 'refused') {
      problems.push({ path: cellAddress(row, COLUMN.answer), message: outcome.message });
    }
    const page = pageAt(request, row);
    if (page.kind === 'refused')
      problems.push({ path: cellAddress(row, COLUMN.page), message: page.message });
    if (outcome.kind !== 'fact' || page.kind === 'refused') continue;
    facts[definition.id] = { ...outcome.fact, evidence: [evidence(page.url, vendor, answeredOn, request)] };
  }
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, value: { optionId: request.optionId, vendor, answeredOn, facts } };
}

function formProblems(request: AnswerSheetRequest, vendor: string, answeredOn: string): Problem[] {
  const problems: Problem[] = [];
  const refuse = (row: number, message: LocalizedText): void => {
    problems.push({ path: cellAddress(row, FORM_COLUMN), message });
  };
  if (textAt(request.rows, SHEET.optionRow, FORM_COLUMN) !== request.optionId) {
    refuse(SHEET.optionRow, RFP_PROBLEMS.otherOption(request.optionId));
  }
  if (vendor === '' || vendor.length > VENDOR_CHARACTERS_MAX) refuse(SHEET.vendorRow, RFP_PROBLEMS.noVendor);
  if (!isDay(answeredOn)) refuse(SHEET.dateRow, RFP_PROBLEMS.noDay);
  else if (answeredOn > request.today) refuse(SHEET.dateRow, RFP_PROBLEMS.future);
  return problems;
}

const VENDOR_CHARACTERS_MAX = 200;

// Rows are known by their id and by their place: a moved row may have left its answer behind.
function tableProblems({ rows, asked }: AnswerSheetRequest): Problem[] {
  const problems: Problem[] = [];
  for (const [column, title] of HEAD.entries()) {
    const found = textAt(rows, SHEET.headRow, column);
    if (found === title.en || found === title.ja) continue;
    problems.push({ path: cellAddress(SHEET.headRow, column), message: RFP_PROBLEMS.movedColumn(title) });
  }
  for (const [index, definition] of asked.entries()) {
    const row = SHEET.firstAnswerRow + index;
    if (textAt(rows, row, COLUMN.id) === definition.id) continue;
    problems.push({ path: cellAddress(row, COLUMN.id), message: RFP_PROBLEMS.movedRow(definition.id) });
  }
  const end = SHEET.firstAnswerRow + asked.length;
  for (let row = end; row < rows.length; row += 1) {
    if ((rows[row] ?? []).every((cell) => cell === null || cell === '')) continue;
    problems.push({ path: cellAddress(row, COLUMN.id), message: RFP_PROBLEMS.extraRow });
  }
  return problems;
}

function answerOf(cell: SheetValue, definition: FactDefinition): CellOutcome {
  if (cell instanceof Date) return { kind: 'refused', message: RFP_PROBLEMS.aDate };
  const text = normalised(cell);
  if (text === '') return { kind: 'empty' };
  if (isWord(text, UNDISCLOSED)) return { kind: 'fact', fact: { state: 'undisclosed' } };
  if (definition.kind === 'quantity') return quantityOf(cell, text, definition);
  const options = definition.options ?? [];
  if (definition.kind === 'set') return setOf(text, options);
  const chosen = optionOf(text, options);
  if (chosen === undefined) return { kind: 'refused', message: RFP_PROBLEMS.notAnOption(options) };
  return { kind: 'fact', fact: { state: 'known', value: chosen.id } };
}

const NUMBER = /^\d{1,12}(\.\d{1,6})?$/;

function quantityOf(cell: SheetValue, text: string, definition: FactDefinition): CellOutcome {
  const unit = definition.unit === undefined ? {} : { unit: definition.unit };
  if (isWord(text, UNLIMITED)) return { kind: 'fact', fact: { state: 'known', unlimited: true, ...unit } };
  const plain = typeof cell === 'number' ? String(cell) : text.replaceAll(',', '');
  if (!NUMBER.test(plain))
    return { kind: 'refused', message: RFP_PROBLEMS.notANumber(definition.unit ?? '') };
  return { kind: 'fact', fact: { state: 'known', value: Number(plain), ...unit } };
}

function setOf(text: string, options: readonly FactOption[]): CellOutcome {
  const parts = text.split(/[;,、\n]/).map((part) => part.trim());
  const chosen = parts.filter((part) => part !== '').map((part) => optionOf(part, options));
  const known = chosen.filter((option) => option !== undefined);
  if (known.length !== chosen.length) return { kind: 'refused', message: RFP_PROBLEMS.notAnOption(options) };
  return { kind: 'fact', fact: { state: 'known', value: [...new Set(known.map((option) => option.id))] } };
}

function optionOf(text: string, options: readonly FactOption[]): FactOption | undefined {
  return options.find((option) => normalised(option.id) === text || isWord(text, option.label));
}

function isWord(text: string, word: LocalizedText): boolean {
  return normalised(word.en) === text || normalised(word.ja) === text;
}

// Full-width digits, capitals and stray blanks are how people type, not what they mean.
function normalised(cell: SheetValue): string {
  return cell === null ? '' : String(cell).normalize('NFKC').trim().toLowerCase();
}

function textAt(rows: AnswerSheetRequest['rows'], row: number, column: number): string {
  const cell = rows[row]?.[column] ?? null;
  return cell === null || cell instanceof Date ? '' : String(cell).trim();
}

function dayAt(rows: AnswerSheetRequest['rows'], row: number, column: number): string {
  const cell = rows[row]?.[column] ?? null;
  return cell instanceof Date && !Number.isNaN(cell.getTime())
    ? cell.toISOString().slice(0, 10)
    : textAt(rows, row, column).replaceAll('/', '-');
}

function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`));
}

type PageOutcome =
  | { readonly kind: 'page'; readonly url: string | null }
  | { readonly kind: 'refused'; readonly message: LocalizedText };

function pageAt({ rows }: AnswerSheetRequest, row: number): PageOutcome {
  const text = textAt(rows, row, COLUMN.page);
  if (text === '') return { kind: 'page', url: null };
  if (/^https?:\/\/[^\s"'<>`\\]{3,2000}$/i.test(text)) return { kind: 'page', url: text };
  return { kind: 'refused', message: RFP_PROBLEMS.notAnAddress };
}

function evidence(
  url: string | null,
  vendor: string,
  answeredOn: string,
  { optionId }: AnswerSheetRequest,
): Evidence {
  return {
    // An answer without a page still has a source: the sheet itself, named so that nobody takes it for a page.
    url: url ?? `urn:mailfit:vendor-answer:${optionId}:${answeredOn}`,
    title: vendor,
    class: 'vendor-declared',
    checkedOn: answeredOn,
  };
}
