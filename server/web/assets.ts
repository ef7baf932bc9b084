// Style sheet, scripts and pictures: read once, served compressed under a name that holds their hash, so a browser
// may keep them for ever and still sees every change.

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import type { RequestHandler } from 'express';

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml; charset=utf-8',
};
const HASH_LENGTH = 12;

interface Asset {
  readonly contentType: string;
  readonly plain: Buffer;
  readonly gzip: Buffer;
  readonly brotli: Buffer;
}

export interface Assets {
  /** Address of an asset by its file name, such as `app.css`. An unknown name is a bug and throws. */
  href(name: string): string;
  readonly serve: RequestHandler;
}

/** Reads `assets/` and joins `styles/`, in the order of their names, into the one style sheet `app.css`. */
export function loadAssets(viewsDir: string): Assets {
  const byHref = new Map<string, Asset>();
  const hrefs = new Map<string, string>();
  for (const [name, plain] of assetFiles(viewsDir)) {
    const contentType = CONTENT_TYPES[extname(name)];
    if (contentType === undefined) continue;
    const hash = createHash('sha256').update(plain).digest('hex').slice(0, HASH_LENGTH);
    const href = `/assets/${name.replace(/\.(?=[^.]+$)/, `.${hash}.`)}`;
    hrefs.set(name, href);
    byHref.set(href, { contentType, plain, gzip: gzipSync(plain), brotli: brotliCompressSync(plain) });
  }
  return {
    href(name) {
      const href = hrefs.get(name);
      if (href === undefined) throw new Error(`No asset called ${name}`);
      return href;
    },
    serve: serveFrom(byHref),
  };
}

function assetFiles(viewsDir: string): readonly (readonly [name: string, content: Buffer])[] {
  const filesIn = (folder: string): readonly (readonly [string, Buffer])[] =>
    readdirSync(join(viewsDir, folder))
      .sort()
      .map((name) => [name, readFileSync(join(viewsDir, folder, name))]);
  const styleSheet = filesIn('styles').map(([, content]) => content);
  return [...filesIn('assets'), ['app.css', Buffer.concat(styleSheet)]];
}

function serveFrom(assets: ReadonlyMap<string, Asset>): RequestHandler {
  return (req, res, next) => {
    const asset = assets.get(req.path);
    if (asset === undefined || (req.method !== 'GET' && req.method !== 'HEAD')) {
      next();
      return;
    }
    const encoding = req.acceptsEncodings('br', 'gzip');
    res.setHeader('Content-Type', asset.contentType);
    res.setHeader('Cache-Control', 'public, max-age=31536000, immutable');
    res.setHeader('Vary', 'Accept-Encoding');
    if (encoding !== false) res.setHeader('Content-Encoding', encoding);
    res.end(encoding === 'br' ? asset.brotli : encoding === 'gzip' ? asset.gzip : asset.plain);
  };
}
