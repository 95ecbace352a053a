import { alignmentPdf } from '../../../src/forms/cms1500/overlay/overlay-pdf';
import { BadInput } from '../bad-input';
import { checkOtherOutput, saveFiles } from '../files';
import { readAlignOptions } from '../options';
import type { Result } from './make-documents';

/** A page to hold a printer against the red form with. */
export async function align(words: string[]): Promise<Result> {
  const { output, offset } = readAlignOptions(words);
  if (!/\.pdf$/i.test(output)) {
    throw new BadInput(`The test page is a PDF; give it a name ending in .pdf instead of ${output}.`);
  }
  checkOtherOutput(output, 'align', []);
  saveFiles([{ path: output, bytes: await alignmentPdf(offset, new Date()) }]);
  return {
    output: [
      `Alignment test page: ${output}. Print it at actual size on the form; every X must stand inside its box.`,
      'If they do not, add --offset RIGHT,DOWN in points (72 an inch) here and to claims --pdf.',
    ],
    exitCode: 0,
  };
}
