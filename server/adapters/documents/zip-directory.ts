// The directory of a ZIP archive (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16): what it would unpack to, and its times.

import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';

const inflate = promisify<Uint8Array, { maxOutputLength: number }, Uint8Array>(inflateRaw);

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_ENTRY = 0x04034b50;
const END_BYTES = 22;
const COMMENT_BYTES_MAX = 65_535;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;
/** 1 January 1980, the first day that the format knows. */
const FIRST_DAY = 0x00210000;

const DEFLATED = 8;

interface Entry {
  readonly at: number;
  readonly localAt: number;
  readonly method: number;
  readonly packedBytes: number;
  readonly unpackedBytes: number;
}

/** Sum of the sizes that the directory declares; null for what is no archive. */
export function unpackedBytes(archive: Uint8Array): number | null {
  const entries = directoryOf(archive);
  return entries === null ? null : entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
}

/** Whether everything in it really unpacks to no more than that, whatever the directory declares. */
export async function unpacksWithin(archive: Uint8Array, bytesMax: number): Promise<boolean> {
  let left = bytesMax;
  for (const entry of directoryOf(archive) ?? []) {
    const size = await unpackedSize(archive, entry, left);
    if (size === null || size > left) return false;
    left -= size;
  }
  return true;
}

/** Null where it cannot be unpacked, or not within the limit. */
async function unpackedSize(archive: Uint8Array, entry: Entry, bytesMax: number): Promise<number | null> {
  if (entry.method !== DEFLATED) return entry.packedBytes;
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const { localAt } = entry;
  const from =
    localAt + LOCAL_BYTES + view.getUint16(localAt + 26, true) + view.getUint16(localAt + 28, true);
  try {
    const packed = archive.subarray(from, from + entry.packedBytes);
    return (await inflate(packed, { maxOutputLength: bytesMax + 1 })).length;
  } catch {
    return null;
  }
}

/** A copy of the archive with every modification time at the first day of the format. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  const entries = directoryOf(copy);
  if (entries === null) throw new Error('Not an archive');
  for (const { at, localAt } of entries) {
    view.setUint32(at + 12, FIRST_DAY, true);
    view.setUint32(localAt + 10, FIRST_DAY, true);
  }
  return copy;
}

function directoryOf(archive: Uint8Array): Entry[] | null {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  const entries: Entry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    const entry = entryAt(view, at);
    if (entry === null) return null;
    entries.push(entry);
    at +=
      ENTRY_BYTES +
      view.getUint16(at + 28, true) +
      view.getUint16(at + 30, true) +
      view.getUint16(at + 32, true);
  }
  return entries;
}

function endOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - COMMENT_BYTES_MAX); at -= 1) {
    if (view.getUint32(at, true) === END_OF_DIRECTORY) return at;
  }
  return null;
}

function entryAt(view: DataView, at: number): Entry | null {
  if (at + ENTRY_BYTES > view.byteLength || view.getUint32(at, true) !== DIRECTORY_ENTRY) return null;
  const localAt = view.getUint32(at + 42, true);
  if (localAt + LOCAL_BYTES > view.byteLength || view.getUint32(localAt, true) !== LOCAL_ENTRY) return null;
  return {
    at,
    localAt,
    method: view.getUint16(at + 10, true),
    packedBytes: view.getUint32(at + 20, true),
    unpackedBytes: view.getUint32(at + 24, true),
  };
}
