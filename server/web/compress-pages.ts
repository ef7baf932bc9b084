// Pages and answers of the API travel compressed. What says its own encoding, what is downloaded as a file and what
// flows as events is left as it is.

import compression from 'compression';
import type { RequestHandler } from 'express';

const COMPRESSED_TYPES = /^(?:text\/html|application\/(?:problem\+)?json)\b/;

export function compressPages(): RequestHandler {
  return compression({
    filter: (_req, res) =>
      COMPRESSED_TYPES.test(String(res.getHeader('content-type'))) && !res.hasHeader('content-disposition'),
  });
}
