// A report as what the typesetter reads: the template's text, the report as its JSON, the font files.
// The result is PDF/UA-1: tagged, with title, language, bookmarks and alternative texts. The same model gives the same
// bytes. The typesetter itself refuses what would not be accessible.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Lang } from '../../core/text/localized.ts';
import { drawChart } from '../../reports/charts/draw-chart.ts';
import { withJoinedColumns } from '../../reports/joined-columns.ts';
import { numberWords } from '../../reports/number-words.ts';
import type { Block, Cell, Chart, Report, Section, Table } from '../../reports/report.generated.ts';
import { FRAME_TEXTS } from '../../reports/texts/frame.ts';
import type { TypesettingJob } from './document-messages.ts';

/** What the typesetting process gets for this report. */
export function typesettingJob(report: Report): TypesettingJob {
  return {
    source: readFileSync(join(import.meta.dirname, 'report.typ'), 'utf8'),
    input: JSON.stringify(typstInput(report)),
    fontPaths: fontFolders(),
  };
}

// Regular and bold are all that the template uses.
function fontFolders(): string[] {
  const require = createRequire(import.meta.url);
  const folder = dirname(require.resolve('@expo-google-fonts/noto-sans-jp/package.json'));
  return [join(folder, '400Regular'), join(folder, '700Bold')];
}

function typstInput(report: Report): unknown {
  const { lang } = report;
  return {
    report: {
      lang,
      title: report.title,
      subtitle: report.subtitle,
      sections: report.sections.map((section) => printed(section, lang)),
    },
    documentTitle: report.subtitle === '' ? report.title : `${report.subtitle} – ${report.title}`,
    dateText: `${FRAME_TEXTS.preparedOn[lang]} ${numberWords(lang).date(report.preparedOn)}`,
    region: lang === 'ja' ? 'JP' : 'GB',
    words: { contents: FRAME_TEXTS.contents[lang], pageOf: FRAME_TEXTS.pageOf[lang] },
  };
}

// The typesetter keeps every value it is given until the end, so it is given no more than it shows: a plain cell is
// its text alone, and columns that may be joined are, because the number of cells decides its memory (about 15 KiB each).
function printed(section: Section, lang: Lang): unknown {
  const opening = openingOf(section.blocks);
  const rest = section.blocks.slice(opening.length);
  return {
    title: section.title,
    opening: opening.map((block) => (block.kind === 'chart' ? printedChart(block) : block)),
    blocks: [
      ...opening.flatMap((block) => (block.kind === 'chart' ? [printedTable(block.data, lang)] : [])),
      ...rest.flatMap((block) => printedBlock(block, lang)),
    ],
  };
}

// The sentences that a section opens with stay with what they lead to; a chart among it stands right there, while every
// other chart finds its place by itself.
function openingOf(blocks: readonly Block[]): Block[] {
  const end = blocks.findIndex(({ kind }) => kind !== 'paragraph');
  return end < 0 ? [] : blocks.slice(0, blocks[end]?.kind === 'chart' ? end + 1 : end);
}

function printedBlock(block: Block, lang: Lang): unknown[] {
  if (block.kind === 'table') return [printedTable(block, lang)];
  return block.kind === 'chart' ? [printedChart(block), printedTable(block.data, lang)] : [block];
}

function printedChart(chart: Chart): object {
  const { title, alt } = chart;
  const svg = drawChart(chart);
  const [, width, height] = /viewBox="0 0 (\S+) (\S+)"/.exec(svg) ?? [];
  return { kind: 'chart', title, alt, svg, heightPerWidth: Number(height) / Number(width) };
}

function printedTable(table: Table, lang: Lang): object {
  const { caption, columns, rows } = withJoinedColumns(table, lang);
  return {
    kind: table.id === 'sources' ? 'sources' : 'table',
    caption,
    columns,
    rows: rows.map((row) => ({ tone: row.tone ?? '', cells: row.cells.map(printedCell) })),
  };
}

const LONG_WORD = /[!-~]{20,}/g;
const PLACE_TO_BREAK = /[/?&=._-]|[^/?&=._-]{16}(?=[^/?&=._-])/g;
const FINGERPRINT = /^[0-9a-f]{64}$/;

// Long words such as addresses get places to break: after their own separators, or every so often. A fingerprint gets
// none: it is compared after copying, and its column has room for it.
function printedCell({ text, href, mark }: Cell): unknown {
  const shown = text.replace(LONG_WORD, (word) =>
    FINGERPRINT.test(word) ? word : word.replace(PLACE_TO_BREAK, '$&\u200b'),
  );
  return href === undefined && mark === undefined
    ? shown
    : { text: shown, href: href ?? '', mark: mark ?? '' };
}
