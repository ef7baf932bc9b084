// `npm run check:imports`: reads every import of the product and fails on an arrow that tools/import-rules.ts forbids.

import { readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { parseSync } from 'oxc-parser';
import { IMPORT_RULES } from './import-rules.ts';
import { listSourceFiles } from './source-files.ts';

export interface ImportEdge {
  readonly from: string;
  readonly to: string;
  readonly typeOnly: boolean;
}

/** Imports of one file: local targets as paths from the repository root, packages by name. */
export function importsOf(path: string, source: string): ImportEdge[] {
  const { module } = parseSync(path, source);
  const edges: ImportEdge[] = module.staticImports.map((entry) => ({
    from: path,
    to: resolveTarget(path, entry.moduleRequest.value),
    typeOnly: entry.entries.length > 0 && entry.entries.every((name) => name.isType),
  }));
  for (const statement of module.staticExports) {
    for (const entry of statement.entries) {
      if (entry.moduleRequest === null) continue;
      edges.push({ from: path, to: resolveTarget(path, entry.moduleRequest.value), typeOnly: entry.isType });
    }
  }
  for (const entry of module.dynamicImports) {
    const literal = source.slice(entry.moduleRequest.start, entry.moduleRequest.end);
    if (/^['"`][^$]*['"`]$/.test(literal)) {
      edges.push({ from: path, to: resolveTarget(path, literal.slice(1, -1)), typeOnly: false });
    }
  }
  return edges;
}

function resolveTarget(from: string, request: string): string {
  return request.startsWith('.') ? posix.normalize(posix.join(posix.dirname(from), request)) : request;
}

const ADAPTER_FOLDER = /^server\/adapters\/([^/]+)\//;

/** Every forbidden arrow as one readable line; an empty list means the map holds. */
export function violationsOf(edges: readonly ImportEdge[]): string[] {
  const found = edges.flatMap((edge) =>
    IMPORT_RULES.filter(
      (rule) =>
        rule.from.test(edge.from) &&
        rule.forbidden.test(edge.to) &&
        !(rule.except?.test(edge.to) ?? false) &&
        !(rule.allowTypes === true && edge.typeOnly),
    ).map((rule) => `${edge.from} → ${edge.to}: ${rule.why} [${rule.name}]`),
  );
  for (const edge of edges) {
    const from = ADAPTER_FOLDER.exec(edge.from)?.[1];
    const to = ADAPTER_FOLDER.exec(edge.to)?.[1];
    if (from !== undefined && to !== undefined && from !== to) {
      found.push(
        `${edge.from} → ${edge.to}: Combine adapters in compose.ts. [adapters-do-not-see-each-other]`,
      );
    }
  }
  return found;
}

if (import.meta.main) {
  const files = listSourceFiles(['server', 'benchmarks', 'tools']);
  const edges = files.flatMap((path) => importsOf(path, readFileSync(path, 'utf8')));
  const violations = violationsOf(edges);
  for (const line of violations) process.stderr.write(`${line}\n`);
  process.stdout.write(
    `imports: ${edges.length} arrows in ${files.length} files, ${violations.length} forbidden\n`,
  );
  process.exitCode = violations.length === 0 ? 0 : 1;
}
