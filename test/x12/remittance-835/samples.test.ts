import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  readRemittanceFile,
  readRemittances,
  remittancesOf,
} from '../../../src/x12/remittance-835/read-remittances';
import { remittanceTable } from '../../support/remittance/remittance-table';

const SAMPLES = join(__dirname, 'samples');
const samples = readdirSync(SAMPLES)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => ({
    name,
    text: readFileSync(join(SAMPLES, name), 'utf8'),
    expected: readFileSync(join(__dirname, 'expected', name.replace(/\.\w+$/, '.csv')), 'utf8'),
  }));

test('there are ten samples', () => {
  expect(samples).toHaveLength(10);
});

describe.each(samples)('$name', ({ text, expected }) => {
  test('is read to the cent and line, with what is wrong in it', () => {
    expect(remittanceTable(readRemittanceFile(text))).toBe(expected);
  });

  test('says the same when it comes in pieces of any size', async () => {
    for (const size of [1, 7, 100]) {
      const pieces = text.match(new RegExp(`[^]{1,${String(size)}}`, 'g')) ?? [];
      const events = [];
      for await (const event of readRemittances(pieces)) events.push(event);
      expect(remittanceTable(remittancesOf(events))).toBe(expected);
    }
  });

  test('says the same with other delimiters', () => {
    const componentUsed = text.includes('HC>') ? '>' : ':';
    const other = text
      .replaceAll('\n', text.includes('~') ? '\n' : '!\n')
      .replaceAll('~', '!')
      .replaceAll('*', '|')
      .replaceAll(componentUsed, ';')
      .replace(/\|:!/, '|;!');
    const told = remittanceTable(readRemittanceFile(other));
    expect(rowsWithoutFaults(told)).toEqual(rowsWithoutFaults(expected));
  });
});

function rowsWithoutFaults(table: string): string[] {
  return table.split('\n').filter((row) => !row.startsWith('fault'));
}
