/** A file as the user picked it: what CMS publishes, unzipped, under the name CMS gave it. */
export interface OfficialFile {
  name: string;
  text: string;
}

/** The lines of a text without their ends, numbered from 1; a file may have hundreds of megabytes. */
export function* linesOf(text: string): Generator<[line: string, number: number]> {
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let number = 1; start < text.length; number += 1) {
    const found = text.indexOf('\n', start);
    const end = found < 0 ? text.length : found;
    yield [text.slice(start, text[end - 1] === '\r' ? end - 1 : end), number];
    start = end + 1;
  }
}
