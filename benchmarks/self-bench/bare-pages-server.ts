// A bare express + ejs application to hold our pages against: no database, no checks, one template. `/page/<bytes>` is a
// page of that size made by a loop over rows; a form posted there is parsed first. Prints its port, ends with its parent.

import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import express from 'express';

const TEMPLATE = `<!doctype html><html lang="ja"><head><title><%= title %></title></head><body><table>
<% for (const row of rows) { %><tr><th><%= row.name %></th><td><%= row.score %></td><td><%= row.note %></td></tr>
<% } %></table></body></html>`;
const ROW = { name: 'メールサーバー', score: '81.4', note: 'クラウド・条件付き' };
const ROW_BYTES = Buffer.byteLength('<tr><th></th><td></td><td></td></tr>\n' + Object.values(ROW).join(''));

const viewsDir = mkdtempSync(join(tmpdir(), 'mailfit-bare-'));
writeFileSync(join(viewsDir, 'page.ejs'), TEMPLATE);

const app = express();
app.disable('x-powered-by');
app.disable('etag');
app.set('views', viewsDir);
app.enable('view cache');
app.use('/page/:bytes', express.urlencoded({ extended: false }), (req, res) => {
  const count = Math.max(0, Math.round((Number(req.params['bytes']) - TEMPLATE.length) / ROW_BYTES));
  res.render('page.ejs', { title: 'Bare', rows: Array.from({ length: count }, () => ROW) });
});
const server = app.listen(0, '127.0.0.1');
await once(server, 'listening');
process.stdout.write(`${JSON.stringify({ port: (server.address() as AddressInfo).port })}\n`);
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
