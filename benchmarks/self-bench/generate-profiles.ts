// Profiles for the benchmarks of the catalogue: the shipped ones under new ids, so their size and richness are real.

import type { ProfileFile } from '../../server/adapters/catalogue-yaml/load-catalogue.ts';

/** A profile with fewer claims than this would only time its warning. */
const MIN_CLAIMS = 15;

export function generateProfiles(shipped: readonly ProfileFile[], count: number): ProfileFile[] {
  const rich = shipped.filter(
    ({ text }) => (text.match(/state: (?:known|range)/g) ?? []).length >= MIN_CLAIMS,
  );
  return Array.from({ length: count }, (_, index) => {
    const text = rich[index % rich.length]?.text ?? '';
    const id = `generated-${index}`;
    const renamed = text.replace(/^id: .*$/m, `id: ${id}`).replace(/^family: .*$/m, `family: ${id}`);
    return { path: `${id}.yaml`, text: renamed };
  });
}
