import { fileKindOf } from '../../src/x12/file-kind';
import { segmentsText } from '../../src/x12/segments/write-x12';
import { writeRemittances } from '../support/remittance/write-remittance';
import { day } from '../support/values';

const ISA =
  'ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *261101*1200*^*00501*000000001*0*P*:';
const file = (...segments: string[]) =>
  segmentsText([ISA, ...segments, 'IEA*1*000000001'], { lineBreaks: true });
const group = (code: string, kind: string, version: string) => [
  `GS*${code}*A*B*20261101*1200*1*X*${version}`,
  `ST*${kind}*0001*${version}`,
  'SE*2*0001',
  'GE*1*1',
];

test.each([
  ['a remittance', writeRemittances([{ number: 'CHK1', date: day('2026-11-10'), claims: [] }]), 'remittance'],
  ['a 999', file(...group('FA', '999', '005010X231A1')), 'answers'],
  ['a 277CA', file(...group('HN', '277', '005010X214')), 'answers'],
  ['a 277CA cut in its head', file(...group('HN', '277', '005010X214')).slice(0, 200), 'answers'],
  ['a TA1 alone', file('TA1*000000001*261101*1200*A*000'), 'answers'],
  [
    'a TA1 before a remittance',
    file('TA1*000000001*261101*1200*A*000', ...group('HP', '835', '005010X221A1')),
    'remittance',
  ],
  [
    'claims, which the reader of remittances tells apart',
    file(...group('HC', '837', '005010X222A1')),
    'remittance',
  ],
  ['a picture', '\u0089PNG', 'remittance'],
  ['nothing', '', 'remittance'],
])('%s is told by what is in it', (_, text, kind) => expect(fileKindOf(text)).toBe(kind));
