// Child process of the kill test: prints the evaluation's id, then every number it has saved, after it was confirmed.

import { openStores } from '../../../../server/adapters/store-sql/open-stores.ts';

const stores = await openStores({ databaseUrl: null, dataDir: process.argv[2] ?? '', now: () => new Date() });
const { id } = await stores.evaluations.create({ title: 'until killed' });
process.stdout.write(`${id}\n`);
for (let count = 0; count < 100_000; count += 1) {
  await stores.evaluations.saveAnswers(id, { [`q${count}`]: count });
  process.stdout.write(`${count}\n`);
}
