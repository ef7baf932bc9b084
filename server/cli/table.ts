// Plain text tables for a terminal, aligned also where Japanese characters take two columns.

/** Rows as aligned lines, two spaces between columns. The first row is the heading. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const columnCount = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columnCount }, (_, column) =>
    Math.max(...rows.map((row) => displayWidth(row[column] ?? ''))),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => padded(cell, widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const WIDE = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Columns a text takes on a terminal: East Asian wide characters take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const char of text) width += WIDE.test(char) ? 2 : 1;
  return width;
}

/** A line of a terminal that nobody made wider. */
export const LINE_COLUMNS = 80;

/** No closing mark begins a line, and no opening one ends it. */
const CLOSING = /[、。，．）」』〕】％,.:;!?)]/;
const OPENING = /[（「『〔【([]/;

/** The text in lines of at most so many columns, broken at spaces and between Japanese characters; `indent` from the second on. */
export function wrapped(text: string, indent = '', columns = LINE_COLUMNS): string {
  const lines: string[] = [];
  let line = '';
  for (const piece of piecesOf(text)) {
    if (line.trim() !== '' && displayWidth(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = indent;
    }
    line += line === indent ? piece.trimStart() : piece;
  }
  return [...lines, line.trimEnd()].join('\n');
}

/** What may not be torn apart: words with the space behind them, and Japanese characters with closing marks. */
function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  for (const char of text) {
    const before = pieces.at(-1);
    if (before === undefined || mayBreakBetween(before.at(-1) ?? '', char)) pieces.push(char);
    else pieces[pieces.length - 1] = before + char;
  }
  return pieces;
}

function mayBreakBetween(previous: string, char: string): boolean {
  if (char === ' ' || CLOSING.test(char) || OPENING.test(previous)) return false;
  return previous === ' ' || WIDE.test(char) || WIDE.test(previous);
}

/** As much of the text as fits into so many columns, with “…” where something is missing. */
export function clipped(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  for (const char of text) {
    if (displayWidth(kept + char) > columns - 1) break;
    kept += char;
  }
  return `${kept}…`;
}

function padded(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - displayWidth(text)));
}
