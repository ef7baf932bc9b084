import assert from 'node:assert/strict';
import { test } from 'node:test';
import { escapeMarkdown } from '../../../../server/reports/formats/markdown.ts';
import { reportFormatContract } from '../../../contracts/report-format.contract.ts';

const decode = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);

/** What a reader sees: entities and backslash escapes resolved. */
function readable(markdown: string): string {
  return markdown
    .replace(/\\([\\`*_[\]#|~$+=.)-])/g, '$1')
    .replaceAll('&#47;', '/')
    .replaceAll('&#64;', '@')
    .replaceAll('&#46;', '.')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

reportFormatContract({
  id: 'md',
  readableText: (bytes) => readable(decode(bytes)),
  assertHarmless: (bytes) => {
    const lines = decode(bytes).split('\n');
    for (const line of lines) {
      assert.doesNotMatch(
        line.replace(/\]\(<https?:\/\/[^<>]*>\)/g, ']'),
        /<|(?<!\\)\]\(/,
        'no tag and no foreign link',
      );
      assert.doesNotMatch(line, /(^|[^\\])`/, 'no code');
    }
    // A planted cell border or line break would give a row more or fewer cells than its table has columns.
    let columns = 0;
    for (const line of lines) {
      if (!line.startsWith('| ')) columns = 0;
      else {
        const cells = line.replaceAll('\\|', '').split('|').length;
        if (columns === 0) columns = cells;
        assert.equal(cells, columns, line);
      }
    }
  },
});

test('text keeps its words and loses its markup', () => {
  assert.equal(escapeMarkdown('a | b'), String.raw`a \| b`);
  assert.equal(escapeMarkdown('<b>'), '&lt;b&gt;');
  assert.equal(escapeMarkdown('[x](javascript:y)'), String.raw`\[x\](javascript:y)`);
  assert.equal(escapeMarkdown('- item'), String.raw`\- item`);
  assert.equal(escapeMarkdown('1. item'), String.raw`1\. item`);
});
