// One self-contained page: no script, nothing loaded, a policy of its own that holds wherever the file is opened.
// Invariant: every text of the model goes through `escapeXml`; an address becomes a link only when it is http(s).

import { drawChart } from '../charts/draw-chart.ts';
import { escapeXml } from '../charts/svg.ts';
import { numberWords } from '../number-words.ts';
import type { Block, Cell, Chart, Column, Report, Row, Section, Table } from '../report.generated.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import type { TextFormat } from './format.ts';
import { REPORT_STYLE, REPORT_STYLE_SOURCE } from './html-style.ts';

const POLICY = `default-src 'none'; style-src ${REPORT_STYLE_SOURCE}; base-uri 'none'; form-action 'none'`;

export const htmlFormat: TextFormat = {
  id: 'html',
  extension: 'html',
  mediaType: 'text/html; charset=utf-8',
  render: (report) => `${page(report)}\n`,
};

function page(report: Report): string {
  const heading = report.subtitle === '' ? report.title : `${report.subtitle} – ${report.title}`;
  return [
    '<!doctype html>',
    `<html lang="${report.lang}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${POLICY}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escapeXml(heading)}</title>`,
    `<style>${REPORT_STYLE}</style>`,
    '</head>',
    '<body>',
    titleBlock(report),
    contents(report),
    '<main>',
    ...report.sections.map((section, index) => sectionHtml(report, section, index + 1)),
    '</main>',
    '</body>',
    '</html>',
  ].join('\n');
}

function titleBlock(report: Report): string {
  const subtitle = report.subtitle === '' ? '' : `<p class="subtitle">${escapeXml(report.subtitle)}</p>`;
  const date = numberWords(report.lang).date(report.preparedOn);
  const asOf = `${FRAME_TEXTS.preparedOn[report.lang]} ${date}`;
  return `<header>\n<h1>${escapeXml(report.title)}</h1>\n${subtitle}\n<p class="asof">${escapeXml(asOf)}</p>\n</header>`;
}

function contents(report: Report): string {
  const items = report.sections.map(
    (section) => `<li><a href="#section-${section.id}">${escapeXml(section.title)}</a></li>`,
  );
  const title = FRAME_TEXTS.contents[report.lang];
  return `<nav aria-labelledby="contents">\n<h2 id="contents">${title}</h2>\n<ol>\n${items.join('\n')}\n</ol>\n</nav>`;
}

function sectionHtml(report: Report, section: Section, number: number): string {
  const blocks = section.blocks.map((block) => blockHtml(report, block));
  const title = `<h2 id="section-${section.id}">${number}. ${escapeXml(section.title)}</h2>`;
  return `<section aria-labelledby="section-${section.id}">\n${title}\n${blocks.join('\n')}\n</section>`;
}

function blockHtml(report: Report, block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p>${escapeXml(block.text)}</p>`;
    case 'absent':
      return `<p class="absent">${escapeXml(block.text)}</p>`;
    case 'heading':
      return `<h3>${escapeXml(block.text)}</h3>`;
    case 'callout':
      return `<div class="callout ${block.tone}"><strong>${escapeXml(block.title)}</strong><p>${escapeXml(block.text)}</p></div>`;
    case 'list':
      return `<ul>\n${block.items.map((item) => `<li>${escapeXml(item)}</li>`).join('\n')}\n</ul>`;
    case 'table':
      return tableHtml(block);
    case 'chart':
      return chartHtml(report, block);
  }
}

function chartHtml(report: Report, chart: Chart): string {
  return [
    `<figure id="${chart.id}">`,
    `<div class="picture"><p class="title">${escapeXml(chart.title)}</p>`,
    `<div class="scroll" tabindex="0" role="group" aria-label="${escapeXml(chart.title)}">${drawChart(chart)}</div></div>`,
    '<details>',
    `<summary>${FRAME_TEXTS.dataBehind[report.lang]}</summary>`,
    tableHtml(chart.data),
    '</details>',
    '</figure>',
  ].join('\n');
}

const ROWS_KEPT_TOGETHER = 8;

// The box can be scrolled sideways on a phone, so the keyboard must reach it and it needs a name.
function tableHtml(table: Table): string {
  const head = table.columns.map(
    (column) => `<th scope="col"${classOf(column)}>${escapeXml(column.label)}</th>`,
  );
  return [
    `<div class="scroll${table.rows.length > ROWS_KEPT_TOGETHER ? '' : ' short'}" tabindex="0" role="group" aria-label="${escapeXml(table.caption)}">`,
    `<table id="${table.id}">`,
    `<caption>${escapeXml(table.caption)}</caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...table.rows.map((row) => rowHtml(table, row)),
    '</tbody>',
    '</table>',
    '</div>',
  ].join('\n');
}

/** Columns of codes and other short words, by their share of the page. */
const NARROW_WIDTH = 0.35;

/** Dates, classes and other words that would be torn apart in a narrow column; so would a source. */
const SHORT_TEXT = /^([ -~’–]{0,16}|.{0,8}|\[\d+\] \S{1,28})$/u;

function classOf(column: Column, cell?: Cell): string {
  const names = column.kind === 'text' ? textClasses(column, cell) : [column.kind];
  const given = cell?.mark === undefined ? names : [...names, cell.mark];
  return given.length === 0 ? '' : ` class="${given.join(' ')}"`;
}

function textClasses({ width = 1 }: Column, cell: Cell | undefined): string[] {
  const isShort = cell !== undefined && SHORT_TEXT.test(cell.text);
  return [...(width < NARROW_WIDTH ? ['narrow'] : []), ...(isShort ? ['whole'] : [])];
}

function rowHtml(table: Table, row: Row): string {
  const cells = row.cells.map((cell, index) => {
    const column = table.columns[index] ?? { label: '', kind: 'text' };
    const content = cellHtml(cell);
    return index === 0
      ? `<th scope="row"${classOf(column)}>${content}</th>`
      : `<td${classOf(column, cell)}>${content}</td>`;
  });
  return `<tr${row.tone === undefined ? '' : ` class="${row.tone}"`}>${cells.join('')}</tr>`;
}

function cellHtml(cell: Cell): string {
  const text = escapeXml(cell.text);
  return cell.href === undefined
    ? text
    : `<a href="${escapeXml(cell.href)}" rel="noopener noreferrer">${text}</a>`;
}
