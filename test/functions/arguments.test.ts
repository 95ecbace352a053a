import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import {
  readClientName,
  readFlag,
  readMinutes,
  readProcedures,
  readRule,
} from '../../src/functions/arguments';

function cases(file: string): Record<string, string>[] {
  const text = readFileSync(path.join(__dirname, file), 'utf8').trim();
  return Papa.parse<Record<string, string>>(text, { header: true }).data;
}

describe('minutes in a cell', () => {
  test.each(cases('minutes.csv'))('"$written" is $minutes minutes', ({ written, minutes }) => {
    expect(readMinutes(written)).toEqual({ ok: true, value: Number(minutes) });
  });

  test.each(cases('not-minutes.csv'))('"$written" is refused with a sentence', ({ written, sentence }) => {
    expect(readMinutes(written)).toEqual({ ok: false, words: sentence });
  });

  test('numbers are minutes, and a fraction of a day is an Excel time', () => {
    expect(readMinutes(60)).toEqual({ ok: true, value: 60 });
    expect(readMinutes(1)).toEqual({ ok: true, value: 1 });
    expect(readMinutes(0.5)).toEqual({ ok: true, value: 720 });
  });

  test('every Excel time of a whole minute gives exactly that minute', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1439 }), (minute) => {
        expect(readMinutes(minute / 1440)).toEqual({ ok: true, value: minute });
      }),
    );
  });

  test.each(['', '  ', null, undefined, '-'])('%p is an empty cell', (cell) => {
    expect(readMinutes(cell)).toEqual({ ok: true, value: null });
  });

  test.each([
    [-1, '-1 is less than zero. Write 60, "60 min" or 1:00.'],
    [1441, '1441 is more than a day. Write 60, "60 min" or 1:00.'],
    [1.5, '1.5 could be hours or minutes. Write 60, "60 min" or 1:00.'],
    [true, 'true is not a number of minutes. Write 60, "60 min" or 1:00.'],
    [
      { type: 'Entity' },
      'The cell with the minutes holds neither text nor a number. Write 60, "60 min" or 1:00.',
    ],
  ])('%p is refused', (cell, words) => {
    expect(readMinutes(cell)).toEqual({ ok: false, words });
  });

  test('an error object from Excel is named by its code', () => {
    expect(readMinutes({ code: '#REF!', message: '' })).toEqual({
      ok: false,
      words: 'The cell with the minutes is an error (#REF!): mend that cell first.',
    });
  });

  test('a long text is cut in the sentence about it', () => {
    expect(readMinutes('about an hour, perhaps a little more')).toEqual({
      ok: false,
      words: '"about an hour, perhaps …" is not a number of minutes. Write 60, "60 min" or 1:00.',
    });
  });
});

describe('codes in a cell', () => {
  test.each([
    ['97124', ['97124']],
    [97124, ['97124']],
    ['97124-GP', ['97124']],
    ['97140-59-GP', ['97140']],
    ['97124 x4', ['97124']],
    ['g0283', ['G0283']],
    ['97124; 97140', ['97124', '97140']],
    ['97124/97140', ['97124', '97140']],
    ['97124-GP; 97140 30min', ['97124', '97140']],
    ['', []],
  ])('%p holds %p', (cell, codes) => {
    const procedures = readProcedures(cell);
    expect(procedures.ok && procedures.value.map(({ code }) => code)).toEqual(codes);
  });

  test.each(['massage', '9712', '971244'])('%p is refused', (cell) => {
    expect(readProcedures(cell)).toEqual({
      ok: false,
      words: `"${cell}" is not a procedure code. Write five characters such as 97124.`,
    });
  });
});

describe('the rule', () => {
  test.each([null, undefined, '', '  '])('%p is the CMS rule', (cell) => {
    expect(readRule(cell)).toEqual({ ok: true, value: { by: 'rule', rule: 'CMS' } });
  });

  test.each([
    ['cms', 'CMS'],
    [' AMA ', 'AMA'],
  ])('%p is the rule %p', (cell, rule) => {
    expect(readRule(cell)).toEqual({ ok: true, value: { by: 'rule', rule } });
  });

  test('anything else is the name of a payer', () => {
    expect(readRule(' Blue Shield ')).toEqual({ ok: true, value: { by: 'payer', name: 'Blue Shield' } });
  });

  test.each([
    [7, '7 is not a rule. Write CMS, AMA or the name of a payer.'],
    ['#N/A', 'The cell with the rule is an error (#N/A): mend that cell first.'],
  ])('%p is refused', (cell, words) => {
    expect(readRule(cell)).toEqual({ ok: false, words });
  });
});

describe('the client', () => {
  test.each([
    ['Ana Ruiz', 'Ana Ruiz'],
    ['  Ana   Ruiz ', 'Ana Ruiz'],
    ['Nuñez, J.', 'Nuñez, J.'],
  ])('%p is a name', (cell, value) => {
    expect(readClientName(cell)).toEqual({ ok: true, value });
  });

  test.each([
    [12, '12 is not a name. Write the name of a client.'],
    [true, 'true is not a name. Write the name of a client.'],
    ['12', '"12" is not a name. Write the name of a client.'],
    [{ code: '#N/A' }, 'The cell with the client is an error (#N/A): mend that cell first.'],
  ])('%p is refused', (cell, words) => {
    expect(readClientName(cell)).toEqual({ ok: false, words });
  });
});

describe('TRUE or FALSE', () => {
  test.each([[null], [''], [false], [0], ['FALSE'], ['0']])('%p is FALSE', (cell) => {
    expect(readFlag(cell)).toEqual({ ok: true, value: false });
  });

  test.each([[true], [1], ['true'], [' TRUE ']])('%p is TRUE', (cell) => {
    expect(readFlag(cell)).toEqual({ ok: true, value: true });
  });

  test.each([
    ['perhaps', '"perhaps" is neither TRUE nor FALSE. Write TRUE or FALSE.'],
    [2, '2 is neither TRUE nor FALSE. Write TRUE or FALSE.'],
  ])('%p is refused', (cell, words) => {
    expect(readFlag(cell)).toEqual({ ok: false, words });
  });
});
