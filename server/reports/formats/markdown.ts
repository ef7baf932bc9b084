// GitHub-flavoured Markdown. Charts become the tables behind them.
// Invariant: no text of the report can start markup, a link, an HTML tag or a new table cell.

import type { Block, Cell, Report, Table } from '../report.generated.ts';
import { FRAME_TEXTS } from '../texts/frame.ts';
import type { TextFormat } from './format.ts';

export const markdownFormat: TextFormat = {
  id: 'md',
  extension: 'md',
  mediaType: 'text/markdown; charset=utf-8',
  render: (report) => `${documentBlocks(report).join('\n\n')}\n`,
};

/** The text with every character that means something in Markdown or HTML made literal. */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[\\`*_[\]#|~$]/g, '\\$&')
    .replace(/^(\s*)([-+=])/, '$1\\$2')
    .replace(/^(\s*\d+)([.)])(?=\s|$)/, '$1\\$2')
    .replace(/:\/\//g, ':&#47;&#47;')
    .replace(/@/g, '&#64;')
    .replace(/\bwww\./gi, (found) => `${found.slice(0, 3)}&#46;`);
}

function documentBlocks(report: Report): string[] {
  const subtitle = report.subtitle === '' ? [] : [`**${escapeMarkdown(report.subtitle)}**`];
  return [
    `# ${escapeMarkdown(report.title)}`,
    ...subtitle,
    escapeMarkdown(`${FRAME_TEXTS.preparedOn[report.lang]} ${report.preparedOn}`),
    ...report.sections.flatMap((section, index) => [
      `## ${index + 1}. ${escapeMarkdown(section.title)}`,
      ...section.blocks.map(blockText),
    ]),
  ];
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
      return escapeMarkdown(block.text);
    case 'absent':
      return `*${escapeMarkdown(block.text)}*`;
    case 'heading':
      return `### ${escapeMarkdown(block.text)}`;
    case 'callout':
      return `> **${escapeMarkdown(block.title)}**\n>\n> ${escapeMarkdown(block.text)}`;
    case 'list':
      return block.items.map((item) => `- ${escapeMarkdown(item)}`).join('\n');
    case 'table':
      return tableText(block);
    case 'chart':
      return tableText(block.data);
  }
}

function tableText(table: Table): string {
  const rule = table.columns.map((column) => (column.kind === 'text' ? '---' : '--:'));
  return [
    `**${escapeMarkdown(table.caption)}**`,
    '',
    tableLine(table.columns.map((column) => escapeMarkdown(column.label))),
    tableLine(rule),
    ...table.rows.map((entry) => tableLine(entry.cells.map(cellText))),
  ].join('\n');
}

function tableLine(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function cellText(cell: Cell): string {
  const text = escapeMarkdown(cell.text);
  return cell.href === undefined ? text : `[${text}](<${linkTarget(cell.href)}>)`;
}

// The model lets only addresses without blanks, quotes and angle brackets through; these two still mean something.
function linkTarget(address: string): string {
  return address.replaceAll('&', '&amp;').replaceAll('|', '%7C');
}
