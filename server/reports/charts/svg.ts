// SVG as text: elements with escaped attributes, and an estimate of how wide a label is without asking a font.
// Invariant: presentation attributes only, no style and no script, so that the strictest page policy shows the picture.

export type Attributes = Readonly<Record<string, string | number>>;

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export function element(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const shown = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escapeXml(typeof value === 'number' ? coordinate(value) : value)}"`)
    .join('');
  return children.length === 0 ? `<${name}${shown}/>` : `<${name}${shown}>${children.join('')}</${name}>`;
}

// Two decimals are finer than any printer, and the same on every machine.
function coordinate(value: number): string {
  return String(Math.round(value * 100) / 100);
}

export function textElement(text: string, attributes: Attributes): string {
  return element('text', attributes, escapeXml(text));
}

const NARROW = /[iljtfr.,:;'|!()[\]{} ]/;
const WIDE = /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

/** Estimated width in px at the given font size: full-width forms 1 em, narrow letters 0.32 em, others 0.58 em. */
export function textWidthPx(text: string, fontPx: number): number {
  let em = 0;
  for (const character of text) em += WIDE.test(character) ? 1 : NARROW.test(character) ? 0.32 : 0.58;
  return em * fontPx;
}

/** The text, cut with an ellipsis where it would be wider than it may. */
export function fittedText(text: string, maxWidthPx: number, fontPx: number): string {
  if (textWidthPx(text, fontPx) <= maxWidthPx) return text;
  const characters = Array.from(text);
  while (characters.length > 1 && textWidthPx(`${characters.join('')}…`, fontPx) > maxWidthPx) {
    characters.pop();
  }
  return `${characters.join('').trimEnd()}…`;
}

/** The text in at most `maxLines` lines; breaks at spaces and between full-width characters. */
export function wrappedText(text: string, maxWidthPx: number, fontPx: number, maxLines = 2): string[] {
  const pieces = text.match(/[^\s\u2e80-\uffff]+\s?|[\u2e80-\uffff]/gu) ?? [text];
  const lines: string[] = [''];
  // One em is kept for a closing bracket or mark that must not begin a line.
  const breakAtPx = maxWidthPx - fontPx;
  for (const piece of pieces) {
    const current = lines.at(-1) ?? '';
    const joined = current + piece;
    const mayBreak =
      lines.length < maxLines &&
      current !== '' &&
      !/^[、。）」』］・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ]/.test(piece);
    if (mayBreak && textWidthPx(joined.trimEnd(), fontPx) > breakAtPx) lines.push(piece);
    else lines[lines.length - 1] = joined;
  }
  return lines.map((line) => fittedText(line.trim(), maxWidthPx, fontPx));
}
