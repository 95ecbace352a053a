import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readX12 } from '../../../src/x12/segments/read-x12';

const text837 = readFileSync(join(__dirname, '../claim-837p/samples/lfh__demo.example1.837'), 'utf8');
const small = [
  'ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261101*0930*^*00501*000000017*0*P*:~',
  'GS*HC*S*R*20261101*0930*17*X*005010X222A1~',
  'ST*837*0001*005010X222A1~',
  'ZZZ*made up*a:b^c:d~',
  'SE*3*0001~',
  'GE*1*17~',
  'IEA*1*000000017~',
].join('\n');

const samples = ['../claim-837p/samples', '../remittance-835/samples'].flatMap((folder) =>
  readdirSync(join(__dirname, folder))
    .filter((name) => !name.endsWith('.md'))
    .map((name) => [name, readFileSync(join(__dirname, folder, name), 'utf8')] as const),
);

test('there are four claim files and ten remittances', () => {
  expect(samples).toHaveLength(14);
});

test.each(samples)('%s comes back byte for byte', (_, text) => {
  expect(readX12(text).toString()).toBe(text);
});

/** The same file in other clothes; each is read to the same segments. */
const clothes: [string, (text: string) => string][] = [
  ['without line breaks', (text) => text.replaceAll('\n', '')],
  ['with carriage returns', (text) => text.replaceAll('\n', '\r\n')],
  ['with blank lines and blanks between segments', (text) => text.replaceAll('~\n', '~  \r\n\r\n\t')],
  ['after a byte-order mark and blanks', (text) => `\uFEFF  \n${text}`],
  ['with other delimiters', (text) => text.replaceAll('*', '|').replaceAll(':', '>').replaceAll('~', '!')],
  ['one segment a line, ended by the line', (text) => text.replaceAll('~\n', '\n').replaceAll('~', '')],
  [
    'ended by carriage return and line feed',
    (text) => text.replaceAll('~\n', '\r\n').replaceAll('~', '\r\n'),
  ],
  ['wrapped every eighty characters', (text) => wrap(text.replaceAll('\n', ''))],
  ['without its last terminator', (text) => text.replace(/~\s*$/, '')],
];

test.each(clothes)('a file %s says the same', (_, dress) => {
  const plain = readX12(text837);
  const dressed = readX12(dress(text837));
  expect(dressed.toString()).toBe(dress(text837));
  expect(dressed.faults.filter(({ kind }) => kind !== 'isa-length')).toEqual([]);
  const parts = (file: typeof plain) =>
    file.segments
      .slice(1)
      .map((segment) => [
        segment.id,
        ...Array.from({ length: segment.length }, (__, index) => segment.components(index + 1)),
      ]);
  expect(parts(dressed)).toEqual(parts(plain));
});

test('elements, components and repetitions are counted from one, as in the standard', () => {
  const [made] = readX12(small).segments.filter(({ id }) => id === 'ZZZ');
  expect(made?.element(1)).toBe('made up');
  expect(made?.repetitions(2)).toEqual(['a:b', 'c:d']);
  expect(made?.components(1)).toEqual(['made up']);
  expect(made?.component(2, 1)).toBe('a');
  expect(made?.element(99)).toBe('');
  expect(made?.component(99, 9)).toBe('');
});

test('a segment knows its number and how many bytes stand before it', () => {
  const [first, second] = readX12(`é\n${small}`).segments;
  expect(first?.place).toMatchObject({ number: 1, offset: 3 });
  expect(second?.place).toMatchObject({ number: 2, offset: 3 + 106 + 1 });
});

test('several interchanges in one file may each have delimiters of their own', () => {
  const other = small.replaceAll('*', '|').replaceAll('~', '!');
  const { interchanges, faults } = readX12(`${small}\n${other}`);
  expect(faults).toEqual([]);
  expect(interchanges.map(({ header }) => header.delimiters.element)).toEqual(['*', '|']);
});

const faulty: [string, string, string[]][] = [
  [
    'SE with a wrong count',
    small.replace('SE*3', 'SE*9'),
    ['SE says 9 segments, and there are 3 (segment 5)'],
  ],
  [
    'SE with another number',
    small.replace('SE*3*0001', 'SE*3*0002'),
    ['SE has the control number 0002, and its header has 0001 (segment 5)'],
  ],
  [
    'GE and IEA that both disagree',
    small.replace('GE*1*17', 'GE*2*18').replace('IEA*1', 'IEA*3'),
    [
      'GE says 2 transactions, and there are 1 (segment 6)',
      'GE has the control number 18, and its header has 17 (segment 6)',
      'IEA says 3 groups, and there are 1 (segment 7)',
    ],
  ],
  ['a missing SE', small.replace('SE*3*0001~\n', ''), ['A segment SE is missing before this GE (segment 5)']],
  [
    'a segment outside of everything',
    small.replace('GE*1', 'NM1*41~\nGE*1'),
    ['NM1 stands outside of any transaction (segment 6)'],
  ],
  [
    'segments outside of everything',
    small.replace('GE*1', 'NM1*41~\nN3*A~\nN4*B~\nGE*1'),
    ['NM1 and the 2 after it stand outside of any transaction (segment 6)'],
  ],
  [
    'two transactions with one number',
    small.replace('GE*1*17', 'ST*837*0001~\nSE*2*0001~\nGE*2*17'),
    ['The transaction number 0001 is used twice in one group (segment 6)'],
  ],
  ['text in front', `Dear Sir\n${small}`, ['The file has text in front of its ISA segment.']],
  ['nothing', ' \n', ['The file is empty.']],
  [
    'a cut in the ISA segment',
    small.slice(0, 60),
    ['The ISA segment is cut off or broken, so that the file cannot be taken apart.'],
  ],
  [
    'a cut after a whole segment',
    small.slice(0, small.indexOf('SE*')),
    ['The file is cut off: it ends before its SE segment (segment 4)'],
  ],
  [
    'a cut within a segment',
    small.slice(0, small.indexOf('made') + 2),
    ['The file is cut off in the middle of a segment (segment 4)'],
  ],
];

test.each(faulty)('%s is told', (_, text, sentences) => {
  const read = readX12(text);
  expect(read.faults.map(({ words }) => words)).toEqual(sentences);
  expect(read.toString()).toBe(text);
});

test('whatever is torn, doubled or mixed up, nothing throws and nothing is lost', () => {
  const texts = samples.map(([, text]) => text);
  fc.assert(
    fc.property(fc.constantFrom(...texts), fc.nat(), fc.nat(), fc.string(), (text, from, to, junk) => {
      const [start, end] = [from % text.length, to % text.length].sort((a, b) => a - b);
      const spoilt = text.slice(0, start) + junk + text.slice(end);
      expect(readX12(spoilt).toString()).toBe(spoilt);
    }),
    { numRuns: 200 },
  );
});

function wrap(text: string): string {
  return (text.match(/.{1,80}/gs) ?? []).join('\n');
}
