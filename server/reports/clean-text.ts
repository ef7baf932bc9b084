// Makes text from outside (banners, replies, page titles, answers) harmless before any format sees it.
// Invariant: the result is well-formed Unicode on one line without control characters or invisible direction changes.

// Bidirectional controls can make a line read as something else (UTS #39 §5.4); they are shown by name instead.
const DIRECTION_CONTROLS = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
const LINE_BREAKS = /[ \t]*(?:\r\n|[\n\r\u0085\u2028\u2029])[ \t]*/g;
// Soft hyphen, zero-width and tag characters, byte order mark: invisible, so two different texts would look alike.
const INVISIBLE = /[\u00ad\u180e\u200b\u2060-\u2064\ufeff\u{e0000}-\u{e007f}]/gu;
// oxlint-disable-next-line no-control-regex -- control characters are what this looks for.
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/g;

/** One line of well-formed text; what would be invisible or would act on the reader's screen becomes visible. */
export function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(LINE_BREAKS, ' ')
    .replaceAll('\t', ' ')
    .replace(DIRECTION_CONTROLS, codePointName)
    .replace(INVISIBLE, '')
    .replace(CONTROLS, '\ufffd');
}

function codePointName(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`;
}

/** The same value with every text in it cleaned; keys are the product's own and stay. */
export function cleanTexts<T>(value: T): T {
  return cleaned(value) as T;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return cleanText(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cleaned(inner)]));
}
