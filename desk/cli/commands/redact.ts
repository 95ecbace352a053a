import { randomBytes } from 'node:crypto';
import { jsonText } from '../../../src/actions/json/to-json';
import { readXlsx } from '../../xlsx/read-xlsx';
import { checkOutput, openBook, saveFiles } from '../files';
import { readOptions } from '../options';
import { findingsOf, differences } from '../redact/same-findings';
import { redactWorkbook } from '../redact/redact-workbook';
import type { Result } from './make-documents';

/** A copy that can be shown to others: the same workbook with invented people, and the same findings. */
export async function redact(words: string[]): Promise<Result> {
  const options = readOptions('redact', words, ['out']);
  const out = options.out ?? '';
  checkOutput(out, options.input);
  const { input, today } = options;
  const before = await findingsOf(openBook(input), today);
  const { bytes, renamed } = await redactWorkbook(openBook(input), randomBytes(32).toString('hex'), today);
  const after = await findingsOf(readXlsx(bytes), today);
  saveFiles([{ path: out, bytes }]);
  const differs = differences(before, after, renamed);
  return {
    output: options.json
      ? [jsonText({ action: 'redact', file: out, findings: after.length, differences: differs })]
      : [
          `Saved as ${out}: the same workbook with invented people. Look through it once before you show it to anybody.`,
          ...(differs.length === 0
            ? [`Check finds the same in it: ${String(after.length)} findings.`]
            : [
                'Check does not find the same in it; say so where you show it:',
                ...differs.map((each) => `  ${each}`),
              ]),
        ],
    exitCode: differs.length === 0 ? 0 : 1,
  };
}
