import { globSync } from 'node:fs';

/** TypeScript files below the folders, as sorted paths from the repository root with forward slashes. */
export function listSourceFiles(folders: readonly string[]): string[] {
  return folders
    .flatMap((folder) => globSync(`${folder}/**/*.ts`))
    .map((path) => path.replaceAll('\\', '/'))
    .sort();
}
