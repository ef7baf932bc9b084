// How a workbook comes out of a printer: every sheet as wide as its paper at a size that can be read, its head on every
// page, and the number of each page. A sheet too wide for that is spread over several pages of A3.

import type { Feature, Image } from 'write-excel-file/node';
import { columnLetters, sheetPrefix } from '../../reports/workbook/sheet.ts';
import type { Sheet } from '../../reports/workbook/sheet.ts';

interface Paper {
  /** As the format numbers them (ECMA-376 18.3.1.63). */
  readonly code: number;
  /** Characters of the body font that fit across the landscape page at full size. */
  readonly characters: number;
}

const A4: Paper = { code: 9, characters: 145 };
const A3: Paper = { code: 8, characters: 210 };
/** Ten points become six: the smallest print that is still read without effort. */
const SCALE_MIN = 0.6;

export interface PageSetup {
  readonly paperSize: number;
  readonly pagesWide: number;
}

export function pageSetup({ columnWidths, frozenColumns = 0 }: Sheet): PageSetup {
  const width = totalWidth(columnWidths);
  if (width * SCALE_MIN <= A4.characters) return { paperSize: A4.code, pagesWide: 1 };
  const room = A3.characters / SCALE_MIN;
  // Repeated columns take their room on every page.
  const repeated = totalWidth(columnWidths.slice(0, frozenColumns));
  return { paperSize: A3.code, pagesWide: Math.max(1, Math.ceil((width - repeated) / (room - repeated))) };
}

/** Of columns side by side. */
export function totalWidth(columnWidths: readonly number[]): number {
  return columnWidths.reduce((total, width) => total + width, 0);
}

/** What the library takes as a file; only its type of pictures names it. */
type FileContent = Image['content'];

/** Adds to each sheet what the library does not write by itself. */
export function printedSheets(sheets: readonly Sheet[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            xml
              .replace(/<worksheet[^>]*>/, '$&<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
              .replace(/<pageSetup[^>]*>/, setupElement(sheets[sheetIndex]) + FOOTER),
        },
        'xl/workbook.xml': {
          transform: (xml) => xml.replace('<definedNames/>', definedNames(sheets)),
        },
      },
    },
  };
}

function setupElement(sheet: Sheet | undefined): string {
  if (sheet === undefined) throw new Error('More sheets were written than were given');
  const { paperSize, pagesWide } = pageSetup(sheet);
  const orientation = sheet.landscape ? 'landscape' : 'portrait';
  return `<pageSetup paperSize="${paperSize}" orientation="${orientation}" fitToWidth="${pagesWide}" fitToHeight="0"/>`;
}

/** The sheet's name on the left; page and number of pages on the right. */
const FOOTER = '<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

function definedNames(sheets: readonly Sheet[]): string {
  const names = sheets.flatMap((sheet, index) => {
    const titles = titlesOf(sheet);
    return titles === ''
      ? []
      : [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${titles}</definedName>`];
  });
  return names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`;
}

// Sheet names are the product's own words, without signs that XML would mind.
function titlesOf({ name, repeatedRows, frozenColumns }: Sheet): string {
  const prefix = sheetPrefix(name);
  const columns = frozenColumns === undefined ? [] : [`${prefix}$A:$${columnLetters(frozenColumns - 1)}`];
  const rows = repeatedRows === undefined ? [] : [`${prefix}$${repeatedRows[0]}:$${repeatedRows[1]}`];
  return [...columns, ...rows].join(',');
}
