// Writes `<name>.generated.ts` beside every `<name>.schema.json`. `--check` fails when a file on disk is not current.

import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { compileFromFile } from 'json-schema-to-typescript';

const SCHEMA_FOLDERS = ['providers', 'server', 'benchmarks'];
const BANNER = '// Generated from the JSON Schema beside this file by `npm run generate`. Do not edit.\n';

async function typesFor(schemaPath: string): Promise<string> {
  return compileFromFile(schemaPath, {
    bannerComment: BANNER,
    additionalProperties: false,
    style: { singleQuote: true, printWidth: 110 },
    format: true,
  });
}

const checkOnly = process.argv.includes('--check');
const schemas = SCHEMA_FOLDERS.flatMap((folder) => globSync(`${folder}/**/*.schema.json`)).sort();
const stale: string[] = [];
for (const schemaPath of schemas) {
  const targetPath = schemaPath.replace(/\.schema\.json$/, '.generated.ts');
  const wanted = await typesFor(schemaPath);
  const current = existsSync(targetPath) ? readFileSync(targetPath, 'utf8') : null;
  if (current === wanted) continue;
  stale.push(targetPath);
  if (!checkOnly) writeFileSync(targetPath, wanted);
}
process.stdout.write(
  `generated types: ${schemas.length} schemas, ${stale.length} ${checkOnly ? 'stale' : 'written'}\n`,
);
if (checkOnly && stale.length > 0) {
  process.stderr.write(`Run \`npm run generate\` and commit: ${stale.join(', ')}\n`);
  process.exitCode = 1;
}
