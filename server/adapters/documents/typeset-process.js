// @ts-check
// A process that typesets one document and ends. JavaScript on purpose: stripping types would load a compiler of
// 18 MB, a sixteenth of what the largest report takes, and this is where its memory peaks. It imports nothing of the
// product's own for the same reason.

import { createRequire } from 'node:module';

/**
 * The part of the typesetter's native module that is used here; it comes without types of its own.
 * @typedef {{ pdf(document: { mainFileContent: string, inputs: { input: string } }, options: { pdfStandard: 'ua-1' }): Uint8Array }} Typesetter
 * @typedef {{ NodeCompiler: { create(options: { fontArgs: { fontPaths: readonly string[] }[] }): Typesetter } }} TypesetterModule
 */

/** The registry holds the module for these platforms only. */
const BINARIES = [
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu',
  '@myriaddreamin/typst-ts-node-compiler-linux-x64-musl',
];

const require = createRequire(import.meta.url);

process.once('disconnect', () => process.exit());
process.once('message', (job) => {
  const reply = made(/** @type {import('./document-messages.ts').TypesettingJob} */ (job));
  process.send?.(reply, () => process.disconnect());
});

/**
 * @param {import('./document-messages.ts').TypesettingJob} job
 * @returns {import('./document-messages.ts').DocumentReply}
 */
function made({ source, input, fontPaths }) {
  const typesetter = loadTypesetter();
  if (typesetter === null) {
    return { kind: 'unavailable', reason: `PDF is not available on ${process.platform}-${process.arch}` };
  }
  try {
    const bytes = typesetter.NodeCompiler.create({ fontArgs: [{ fontPaths }] }).pdf(
      { mainFileContent: source, inputs: { input } },
      { pdfStandard: 'ua-1' },
    );
    return { kind: 'made', bytes, peakRssBytes: process.resourceUsage().maxRSS * 1024 };
  } catch (error) {
    return {
      kind: 'failed',
      reason: error instanceof Error ? (error.stack ?? error.message) : String(error),
    };
  }
}

/** @returns {TypesetterModule | null} */
function loadTypesetter() {
  for (const name of BINARIES) {
    try {
      return /** @type {TypesetterModule} */ (require(name));
    } catch {
      // The other one is for this platform, or none is.
    }
  }
  return null;
}
