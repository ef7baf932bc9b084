// The report model as PDF/UA-1: tagged, with title, language, bookmarks and alternative texts, typeset by Typst.
// Invariant: the same model gives the same bytes. The typesetter itself refuses what would not be accessible.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { drawChart } from '../../reports/charts/draw-chart.ts';
import { numberWords } from '../../reports/number-words.ts';
import type { Cell, Chart, Report, Section, Table } from '../../reports/report.generated.ts';
import { FRAME_TEXTS } from '../../reports/texts/frame.ts';

/** The part of the typesetter's native module that is used here; it comes without types of its own. */
interface Typesetter {
  pdf(
    document: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> },
    options: { readonly pdfStandard: 'ua-1' },
  ): Uint8Array;
  evictCache(maxAge: number): void;
}

interface TypesetterModule {
  readonly NodeCompiler: {
    create(options: { readonly fontArgs: readonly { readonly fontPaths: readonly string[] }[] }): Typesetter;
  };
}

/** The registry holds the module for these platforms only; see docs/reports.md. */
const BINARIES = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
] as const;

const require = createRequire(import.meta.url);
let prepared: Typesetter | null = null;

/** Thrown where no binary of the typesetter is installed for this platform. */
export class TypesetterMissing extends Error {
  override readonly name = 'TypesetterMissing';
}

/** The PDF's bytes. Blocks for its whole duration: call it in a thread of its own. */
export function typesetPdf(report: Report): Uint8Array {
  prepared ??= loadTypesetter();
  const source = readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8');
  const bytes = prepared.pdf(
    { mainFileContent: source, inputs: { input: JSON.stringify(typstInput(report)) } },
    { pdfStandard: 'ua-1' },
  );
  // What the typesetter remembers of this report would only fill memory: the next one is another.
  prepared.evictCache(0);
  return bytes;
}

function loadTypesetter(): Typesetter {
  for (const name of BINARIES) {
    const module = tryRequire(name);
    if (module !== null) return module.NodeCompiler.create({ fontArgs: [{ fontPaths: fontFiles() }] });
  }
  throw new TypesetterMissing(`PDF is not available on ${process.platform}-${process.arch}`);
}

function tryRequire(name: string): TypesetterModule | null {
  try {
    return require(name) as TypesetterModule;
  } catch {
    return null;
  }
}

function fontFiles(): string[] {
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
  return [join(folder, '400Regular'), join(folder, '700Bold')];
}

function typstInput(report: Report): unknown {
  const { lang } = report;
  const charts = report.sections.flatMap((section) =>
    section.blocks.filter((block) => block.kind === 'chart'),
  );
  return {
    report: {
      lang,
      title: report.title,
      subtitle: report.subtitle,
      sections: report.sections.map(printed),
    },
    documentTitle: report.subtitle === '' ? report.title : `${report.subtitle} – ${report.title}`,
    dateText: `${FRAME_TEXTS.preparedOn[lang]} ${numberWords(lang).date(report.preparedOn)}`,
    region: lang === 'ja' ? 'JP' : 'GB',
    words: { contents: FRAME_TEXTS.contents[lang], pageOf: FRAME_TEXTS.pageOf[lang] },
    charts: Object.fromEntries(charts.map((chart: Chart) => [chart.id, drawChart(chart)])),
  };
}

// The typesetter keeps every value it is given until the end, so it is given no more than it shows: a plain cell is
// its text alone.
function printed(section: Section): unknown {
  const blocks = section.blocks.map((block) => {
    if (block.kind === 'table') return { kind: 'table', ...printedTable(block) };
    if (block.kind !== 'chart') return block;
    const { id, title, alt, data } = block;
    return { kind: 'chart', id, title, alt, data: printedTable(data) };
  });
  return { title: section.title, blocks };
}

function printedTable({ caption, columns, rows }: Table): object {
  return {
    caption,
    columns,
    rows: rows.map((row) => ({ tone: row.tone ?? '', cells: row.cells.map(printedCell) })),
  };
}

const LONG_WORD = /[!-~]{20,}/g;

// Long words such as addresses and fingerprints get places to break after their own separators.
function printedCell({ text, href, mark }: Cell): unknown {
  const shown = text.replace(LONG_WORD, (word) => word.replace(/[/?&=._-]/g, '$&\u200b'));
  return href === undefined && mark === undefined
    ? shown
    : { text: shown, href: href ?? '', mark: mark ?? '' };
}
