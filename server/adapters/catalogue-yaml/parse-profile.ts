// Reads one YAML file into plain data that still knows its lines and columns.
// Invariant: refuses aliases, tags and several documents before any content is expanded, so a YAML bomb stays small.

import { LineCounter, isAlias, parseAllDocuments, visit } from 'yaml';
import type { Document, YAMLError } from 'yaml';
import type { Finding, Path } from '../../core/catalogue/problem.ts';
import type { Position } from '../yaml-places.ts';
import { offsetOf, positionAt, startOf } from '../yaml-places.ts';
import { readPlainYaml } from './plain-yaml.ts';

export const MAX_PROFILE_BYTES = 256 * 1024;

/** A finding of the parser stands at a position; a path into refused YAML would mean nothing. */
export interface ParseFinding extends Pick<Finding, 'rule' | 'details'>, Position {}

export type Locate = (path: Path, at?: 'key' | 'value') => Position;

export type ParsedProfile =
  | { readonly ok: true; readonly data: unknown; readonly locate: Locate }
  | { readonly ok: false; readonly findings: readonly ParseFinding[] };

const START: Position = { line: 1, column: 1 };

export function parseProfile(text: string): ParsedProfile {
  const sizeBytes = Buffer.byteLength(text);
  if (sizeBytes > MAX_PROFILE_BYTES) {
    const details = { sizeBytes: String(sizeBytes), maxBytes: String(MAX_PROFILE_BYTES) };
    return { ok: false, findings: [{ rule: 'file-too-large', ...START, details }] };
  }
  const data = readPlainYaml(text);
  return data === undefined ? parseFully(text) : { ok: true, data, locate: lazyLocate(text) };
}

/** Only a problem needs lines and columns, so the full parser waits until there is one. */
function lazyLocate(text: string): Locate {
  let full: ParsedProfile | null = null;
  return (path, part) => {
    full ??= parseFully(text);
    return full.ok ? full.locate(path, part) : START;
  };
}

/** Parses with the `yaml` package, whatever the text holds. */
export function parseFully(text: string): ParsedProfile {
  try {
    return parseDocument(text);
  } catch (error) {
    // Thousands of nested brackets exhaust the stack of the YAML composer.
    const details = { detail: error instanceof Error ? error.message : String(error) };
    return { ok: false, findings: [{ rule: 'yaml-syntax', ...START, details }] };
  }
}

function parseDocument(text: string): ParsedProfile {
  const lines = new LineCounter();
  const at = (offset: number): Position => positionAt(lines, offset);
  const documents = parseAllDocuments(text, { lineCounter: lines, prettyErrors: false });
  const [first, second] = Array.isArray(documents) ? documents : [];
  if (first === undefined) {
    return { ok: false, findings: [{ rule: 'yaml-syntax', ...START, details: { detail: 'empty file' } }] };
  }
  const findings = [
    ...first.errors.map((error) => syntaxFinding(error, text, at)),
    ...forbiddenNodes(first, at),
    ...(second ? [{ rule: 'several-documents' as const, ...at(second.range[0]) }] : []),
  ];
  if (findings.length > 0) return { ok: false, findings };
  const data: unknown = first.toJS({ maxAliasCount: 0 });
  return { ok: true, data, locate: (path, part = 'value') => at(offsetOf(first, path, part)) };
}

function syntaxFinding(error: YAMLError, text: string, at: (offset: number) => Position): ParseFinding {
  const [start, end] = error.pos;
  if (error.code === 'DUPLICATE_KEY') {
    const key = /^[^:\s]+/.exec(text.slice(start, Math.max(end, start + 80)))?.[0] ?? '';
    return { rule: 'duplicate-key', ...at(start), details: { key } };
  }
  const detail = error.message.split('\n')[0] ?? error.code;
  return { rule: 'yaml-syntax', ...at(start), details: { detail } };
}

function forbiddenNodes(document: Document, at: (offset: number) => Position): ParseFinding[] {
  const findings: ParseFinding[] = [];
  visit(document, {
    Node(_key, node) {
      const position = at(startOf(node));
      if (isAlias(node) || node.anchor !== undefined) findings.push({ rule: 'yaml-alias', ...position });
      if (node.tag !== undefined)
        findings.push({ rule: 'yaml-tag', ...position, details: { tag: node.tag } });
    },
  });
  // One sentence says it: a bomb would repeat it for every alias.
  const aliases = findings.filter(({ rule }) => rule === 'yaml-alias').slice(0, 1);
  return [...aliases, ...findings.filter(({ rule }) => rule !== 'yaml-alias')];
}
