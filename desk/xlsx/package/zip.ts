import { unzipSync, zipSync, type UnzipFileInfo, type Zippable } from 'fflate';
import { BadWorkbook } from '../bad-workbook';
import { MOST, tooMany } from '../limits';
import { Package } from './package';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0];
/** The local time DOS dates start with; a fixed one makes the output the same each time. */
const EPOCH = new Date(1980, 0, 1);

/** The parts of an .xlsx file. Throws BadWorkbook for anything that is no readable zip. */
export function unpack(bytes: Uint8Array): Package {
  if (bytes.length === 0) throw new BadWorkbook('The file is empty.');
  if (COMPOUND_FILE.every((byte, at) => bytes[at] === byte)) throw compoundFile(bytes);
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b)
    throw new BadWorkbook('This is not an Excel workbook (.xlsx): the file is something else.');
  // Bit 0 of the flags: a zip with a password of its own.
  if (((bytes[6] ?? 0) & 1) === 1)
    throw new BadWorkbook('The file is locked with a zip password; unpack it first.');
  let files: Record<string, Uint8Array>;
  try {
    files = unzipSync(bytes, { filter: withinLimits() });
  } catch (cause) {
    if (cause instanceof BadWorkbook) throw cause;
    throw new BadWorkbook('The workbook file is damaged or cut short; it could not be unpacked.', { cause });
  }
  const parts = new Map<string, Uint8Array>();
  for (const [name, content] of Object.entries(files))
    if (!name.endsWith('/')) parts.set(name.replace(/\\/g, '/').replace(/^\//, ''), content);
  return new Package(parts);
}

/** Looks at each entry before it is unpacked. */
function withinLimits(): (entry: UnzipFileInfo) => boolean {
  let bytes = 0;
  let parts = 0;
  return ({ name, size, originalSize }) => {
    bytes += Math.max(size, originalSize);
    if (bytes > MOST.unpackedBytes) {
      const megabytes = String(MOST.unpackedBytes / 1024 / 1024);
      throw new BadWorkbook(
        `The workbook holds more than ${megabytes} MB, which is more than the Desk opens.`,
      );
    }
    if (++parts > MOST.parts) throw tooMany('parts', MOST.parts);
    // The one name that an object cannot have as a key like any other; no program calls a part so.
    return name !== '__proto__';
  };
}

export function pack(parts: Package): Uint8Array {
  const files: Zippable = {};
  for (const name of parts.names) files[name] = parts.bytes(name);
  return zipSync(files, { level: 6, mtime: EPOCH });
}

function compoundFile(bytes: Uint8Array): BadWorkbook {
  // The directory of the old container names its streams in UTF-16; an encrypted .xlsx has this one.
  return new TextDecoder('utf-16le').decode(bytes).includes('EncryptedPackage')
    ? new BadWorkbook('The workbook is protected with a password; open it in Excel and save it without one.')
    : new BadWorkbook('This is an old Excel file (.xls); open it in Excel and save it as .xlsx.');
}
