// Takes the times out of a ZIP archive, so that the same content is the same file (APPNOTE.TXT 4.3.7, 4.3.12, 4.3.16).

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_SIZE_BYTES = 22;
/** 1 January 1980, the first day that the format knows. */
const FIRST_DAY = 0x00210000;

/** A copy of the archive with every modification time at the first day of the format. */
export function withoutTimes(archive: Uint8Array): Uint8Array {
  const copy = archive.slice();
  const view = new DataView(copy.buffer);
  const end = copy.length - END_SIZE_BYTES;
  if (end < 0 || view.getUint32(end, true) !== END_OF_DIRECTORY)
    throw new Error('Not an archive without comment');
  const entries = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < entries; index += 1) {
    if (view.getUint32(at, true) !== DIRECTORY_ENTRY) throw new Error('Damaged archive directory');
    view.setUint32(at + 12, FIRST_DAY, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, FIRST_DAY, true);
    const namesBytes =
      view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    at += 46 + namesBytes;
  }
  return copy;
}
