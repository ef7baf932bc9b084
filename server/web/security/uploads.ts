// Forms with a file. Read only where a route takes one, within a limit, and never onto the disk.

import type { Request, RequestHandler } from 'express';
import express from 'express';
import { RequestRefused } from '../request-refused.ts';

/** An answer sheet of 4 MiB and the fields around it. */
const UPLOAD_LIMIT = '4.5mb';
const UPLOAD_PATH = /^\/evaluations\/[\w-]+\/vendor-answers$/;

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FILES = new WeakMap<Request, UploadedFile>();

/** The file of this request; null where none was chosen. */
export function uploadedFile(req: Request): UploadedFile | null {
  return FILES.get(req) ?? null;
}

/** Puts the fields where other forms have theirs, and the file aside. Goes before the form token is checked. */
export function parseUploads(): readonly RequestHandler[] {
  const whole = express.raw({ type: 'multipart/form-data', limit: UPLOAD_LIMIT });
  return [
    (req, res, next) => {
      if (UPLOAD_PATH.test(req.path)) whole(req, res, next);
      else next();
    },
    async (req, _res, next) => {
      if (Buffer.isBuffer(req.body)) await readForm(req, req.body);
      next();
    },
  ];
}

async function readForm(req: Request, body: Buffer): Promise<void> {
  const headers = { 'content-type': req.headers['content-type'] ?? '' };
  const fields: Record<string, string> = {};
  req.body = fields;
  for (const [name, value] of await formOf(body, headers)) {
    if (typeof value === 'string') fields[name] = value;
    else if (value.size > 0)
      FILES.set(req, { name: value.name, bytes: new Uint8Array(await value.arrayBuffer()) });
  }
}

async function formOf(body: Buffer, headers: Record<string, string>): Promise<FormData> {
  try {
    return await new Response(new Uint8Array(body), { headers }).formData();
  } catch {
    throw new RequestRefused(400, 'badRequest');
  }
}
