import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildWhatIsOld } from '../../browser/server/build';
import { startDeskServer } from '../../browser/server/desk-server';
import { openInBrowser } from '../../browser/open-in-browser';
import { BadInput } from '../bad-input';
import { openBook } from '../files';
import type { Result } from './make-documents';

const SAMPLE = join(__dirname, '../../../assets/sample/sessions.xlsx');

/** Shows a workbook, or without one the sample, in a browser until the command is stopped. */
export async function open(words: string[]): Promise<Result> {
  const { file, isShown, readOnly } = readWords(words);
  const book = openBook(file);
  await buildWhatIsOld((line) => console.log(line));
  const server = await startDeskServer();
  const address = server.open(book, basename(file), { readOnly });
  console.log(`${basename(file)} is open at ${address}`);
  console.log(
    'A local stand-in for Excel, for this computer only. Your file is not changed: save a copy there.',
  );
  console.log('Stop it with Ctrl+C.');
  if (isShown) openInBrowser(address);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await server.close();
  return { output: ['Stopped.'], exitCode: 0 };
}

function readWords(words: string[]): { file: string; isShown: boolean; readOnly: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args: words,
      allowPositionals: true,
      options: { 'no-open': { type: 'boolean' }, 'read-only': { type: 'boolean' } },
    });
    return {
      file: positionals[0] ?? SAMPLE,
      isShown: !values['no-open'],
      readOnly: values['read-only'] ?? false,
    };
  } catch {
    throw new BadInput(
      'It is npm run desk -- open FILE.xlsx, or with --no-open to start no browser, --read-only as Excel opens a file that it may not save.',
    );
  }
}
