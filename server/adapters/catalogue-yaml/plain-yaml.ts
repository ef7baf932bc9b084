// Reads the small part of YAML 1.2 that tidy profiles are written in, more than twenty times as fast as the full parser
// (benchmarks/self-bench/catalogue.ts). Invariant: whatever it reads, the full parser reads to the same data; anything
// it is not sure of (comments behind values, other quotes, flow maps, block text, anchors, tags) it leaves to that parser.

interface Line {
  readonly indent: number;
  readonly content: string;
}

interface Reader {
  readonly lines: Line[];
  at: number;
}

class OutsideSubset extends Error {}

// Tabs, carriage returns and other control characters have meanings of their own in YAML.
// eslint-disable-next-line no-control-regex -- these are the characters to look for
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufeff]/;
const KEY_AND_VALUE = /^([A-Za-z][A-Za-z0-9_-]*):(?: (\S.*))?$/;
const NUMBER = /^-?(?:0|[1-9][0-9]{0,14})(?:\.[0-9]{1,9})?$/;
const DATE = /^[0-9]{4}-[0-9]{2}-[0-9]{2}$/;
const DOUBLE_QUOTED = /^"((?:[^"\\]|\\["\\])*)"$/;
const WORD_LIST = /^\[([A-Za-z][A-Za-z0-9-]*(?:, [A-Za-z][A-Za-z0-9-]*)*)\]$/;
const PLAIN_START = /^[^\s\-?:,[\]{}#&*!|>'"%@`~0-9.+=<]/;
/** A colon or hash that could end the text, and blanks that YAML would drop. */
const AMBIGUOUS = /: | #|:$| $/;
/** Words that the core schema of YAML 1.2 may turn into something else than text. */
const SPECIAL_WORDS = /^(?:null|true|false|nan|inf)$/i;

/** The data of the text, or undefined when the full parser has to decide. */
export function readPlainYaml(text: string): unknown {
  if (CONTROL.test(text)) return undefined;
  const reader: Reader = { lines: linesOf(text), at: 0 };
  try {
    const data = readMapping(reader, 0);
    return reader.at === reader.lines.length && reader.at > 0 ? data : undefined;
  } catch (error) {
    if (error instanceof OutsideSubset) return undefined;
    throw error;
  }
}

function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  for (const line of text.split('\n')) {
    const content = line.trimStart();
    if (content === '' || content.startsWith('#')) continue;
    lines.push({ indent: line.length - content.length, content });
  }
  return lines;
}

function readMapping(reader: Reader, indent: number): Record<string, unknown> {
  const mapping: Record<string, unknown> = {};
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent < indent) return mapping;
    const [, key = '', value] = KEY_AND_VALUE.exec(line.content) ?? [];
    if (line.indent > indent || !isNewKey(key, mapping)) throw new OutsideSubset();
    reader.at += 1;
    mapping[key] = value === undefined ? readNested(reader, indent) : readScalar(value);
  }
}

/** The full parser reports a key written twice; names that every object has are left to it as well. */
function isNewKey(key: string, mapping: Readonly<Record<string, unknown>>): boolean {
  return key !== '' && !SPECIAL_WORDS.test(key) && !(key in mapping);
}

function readNested(reader: Reader, parentIndent: number): unknown {
  const line = reader.lines[reader.at];
  if (line === undefined || line.indent <= parentIndent) throw new OutsideSubset();
  return line.content.startsWith('- ') ? readSequence(reader, line.indent) : readMapping(reader, line.indent);
}

function readSequence(reader: Reader, indent: number): unknown[] {
  const items: unknown[] = [];
  for (;;) {
    const line = reader.lines[reader.at];
    if (line === undefined || line.indent < indent) return items;
    if (line.indent > indent || !/^- \S/.test(line.content)) throw new OutsideSubset();
    items.push(readItem(reader, line));
  }
}

function readItem(reader: Reader, line: Line): unknown {
  const rest = line.content.slice(2);
  if (!KEY_AND_VALUE.test(rest)) {
    reader.at += 1;
    return readScalar(rest);
  }
  // A mapping that begins on the line of its dash goes on two columns further in.
  reader.lines[reader.at] = { indent: line.indent + 2, content: rest };
  return readMapping(reader, line.indent + 2);
}

function readScalar(text: string): unknown {
  if (text === 'true') return true;
  if (text === 'false') return false;
  if (NUMBER.test(text)) return Number(text);
  if (DATE.test(text)) return text;
  const quoted = DOUBLE_QUOTED.exec(text)?.[1];
  if (quoted !== undefined) return quoted.replaceAll(/\\(["\\])/g, '$1');
  return readWordListOrText(text);
}

function readWordListOrText(text: string): unknown {
  const words = WORD_LIST.exec(text)?.[1]?.split(', ');
  if (words !== undefined) return words.every((word) => !SPECIAL_WORDS.test(word)) ? words : outside();
  return PLAIN_START.test(text) && !SPECIAL_WORDS.test(text) && !AMBIGUOUS.test(text) ? text : outside();
}

function outside(): never {
  throw new OutsideSubset();
}
