import { Refusal } from '../../workbook/refusal';
import { fileKindOf, HEAD, type FileKind } from '../../x12/file-kind';

/** A file that the user opened. Its text is read when it is needed, and kept nowhere. */
export interface OpenedFile {
  name: string;
  kind: FileKind;
  pieces(): AsyncIterable<string>;
}

/** Bytes read at a time, so that a large file is never in memory whole. */
const PIECE = 1 << 20;

/** Looks into a file to see what it is. Its text is read anew whenever it is asked for. */
export async function openFile(file: File): Promise<OpenedFile> {
  const head = await read(file, () => file.slice(0, HEAD).text());
  return { name: file.name, kind: fileKindOf(head), pieces: () => piecesOf(file) };
}

async function* piecesOf(file: File): AsyncIterable<string> {
  const decoder = new TextDecoder();
  for (let at = 0; at < file.size; at += PIECE) {
    const bytes = await read(file, () => file.slice(at, at + PIECE).arrayBuffer());
    yield decoder.decode(bytes, { stream: true });
  }
  yield decoder.decode();
}

/** A file that was moved, changed or locked since it was chosen is not given by browsers any more. */
async function read<T>({ name }: File, part: () => Promise<T>): Promise<T> {
  try {
    return await part();
  } catch (cause) {
    const words = `The file ${name} cannot be read any more. Choose it again.`;
    throw new Refusal('file-unreadable', words, { cause });
  }
}
