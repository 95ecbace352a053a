import type { CellValue } from '../../../desk/book/book';
import { readCsv } from '../../../desk/xlsx/read-csv';

const bytes = (text: string) => new TextEncoder().encode(text);

function rowsOf(file: Uint8Array): CellValue[][] {
  const rows: CellValue[][] = [];
  for (const { row, column, cell } of readCsv(file, 'x').sheets[0]?.entries() ?? [])
    (rows[row] ??= [])[column] = cell.value;
  return rows;
}

function utf16(text: string, bigEndian: boolean): Uint8Array {
  const little = Buffer.from(`\ufeff${text}`, 'utf16le');
  return bigEndian ? little.swap16() : little;
}

const ZOE = [
  ['Client', 'Minutes'],
  ['Zoë “Z”', 60],
];

test.each<[string, Uint8Array]>([
  ['UTF-8', bytes('Client,Minutes\r\nZoë “Z”,60\r\n')],
  ['UTF-8 with its mark', bytes('\ufeffClient,Minutes\nZoë “Z”,60')],
  ['UTF-16', utf16('Client\tMinutes\nZoë “Z”\t60', false)],
  ['UTF-16, the other byte order', utf16('Client\tMinutes\nZoë “Z”\t60', true)],
  [
    'Windows-1252',
    new Uint8Array([
      ...bytes('Client;Minutes\n'),
      0x5a,
      0x6f,
      0xeb,
      0x20,
      0x93,
      0x5a,
      0x94,
      ...bytes(';60\n'),
    ]),
  ],
  ['semicolons', bytes('Client;Minutes\nZoë “Z”;60')],
  ['a named separator', bytes('sep=|\nClient|Minutes\nZoë “Z”|60')],
  ['old Mac line ends', bytes('Client,Minutes\rZoë “Z”,60')],
])('a file in %s is read', (_, file) => {
  expect(rowsOf(file)).toEqual(ZOE);
});

test.each<[string, CellValue]>([
  ['60', 60],
  ['-12.50', -12.5],
  ['0', 0],
  ['0.5', 0.5],
  [' 7 ', 7],
  ['0123', '0123'],
  ['00', '00'],
  ['1e5', '1e5'],
  ['.5', '.5'],
  ['97124', 97124],
  ['97124-GP', '97124-GP'],
  ['1/2/2024', '1/2/2024'],
  ['2024-01-02', '2024-01-02'],
  ['1:30', '1:30'],
  ['$95.00', '$95.00'],
  ['1234567890123456', '1234567890123456'],
  ['=1+1', '=1+1'],
  ['TRUE', 'TRUE'],
  ['M54.50', 'M54.50'],
])('the field %j is %j', (field, value) => {
  expect(rowsOf(bytes(`a,b\n"${field}",x`))[1]?.[0]).toBe(value);
});

test.each([
  [
    'a;b\n1,5;2\n2,5;3\n',
    [
      ['a', 'b'],
      ['1,5', 2],
      ['2,5', 3],
    ],
  ],
  ['Sessions, May\n\na\tb\tc\n1\t2\t3\n', [['Sessions, May'], undefined, ['a', 'b', 'c'], [1, 2, 3]]],
  [
    'a|b\n1|2\n',
    [
      ['a', 'b'],
      [1, 2],
    ],
  ],
])('the separator of %j is found', (text, rows) => {
  expect(rowsOf(bytes(text))).toEqual(rows);
});

test('quotes, separators and lines inside a field stay', () => {
  expect(rowsOf(bytes('a,b\n"x, ""y""\nz",2'))).toEqual([
    ['a', 'b'],
    ['x, "y"\nz', 2],
  ]);
});

test('empty rows and fields keep their place', () => {
  expect(rowsOf(bytes('\n,Client\n\n,Ada\n'))).toEqual([
    undefined,
    [undefined, 'Client'],
    undefined,
    [undefined, 'Ada'],
  ]);
});

test('a column of one field is no reason to find another separator', () => {
  expect(rowsOf(bytes('Client\nAda\nBen\n'))).toEqual([['Client'], ['Ada'], ['Ben']]);
});

test.each([
  ['my/sessions [2024]', 'my sessions  2024'],
  ['a very long name of a file of sessions', 'a very long name of a file of s'],
  ['///', 'Sheet1'],
])('the sheet of %s is called %s', (name, expected) => {
  expect(readCsv(bytes('a'), name).sheets[0]?.name).toBe(expected);
});

test('an empty file and a binary file are refused', () => {
  expect(() => readCsv(bytes(' \n'.trim()), 'x')).toThrow('The file is empty.');
  expect(() => readCsv(new Uint8Array([1, 0, 2, 0]), 'x')).toThrow(
    'This is not a text file: it holds binary data.',
  );
});
