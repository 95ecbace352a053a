import type { Book } from '../../desk/book/book';
import { inventedPractice } from './invented-practice';
import { workbookOf, type TableContents } from './practice-workbook';
import { serial } from './values';

type Cell = string | number;

/** An October of a therapist, kept as such people keep it, with tables filled for it. */
interface October {
  credentials: string;
  taxonomy: string;
  diagnoses: string[];
  fees: Record<string, Cell>[];
  headers: Cell[];
  /** The first cell is the day of October. */
  rows: Cell[][];
  payers?: Record<string, Cell | string[] | boolean>[];
}

const [ADA, BRUNO, CLARA, DMITRI] = ['Ada Applegate', 'Bruno Birchwood', 'Clara Cloverfield', 'Dmitri Dovetail'] as const; // prettier-ignore
const MEDICARE = {
  name: 'Medicare',
  kind: 'medicare',
  payerId: '99002',
  'address.street': 'PO Box 2',
  'address.city': 'Seattle',
  'address.state': 'WA',
  'address.zip': '98101',
  billing: 'claim',
  unitRule: 'CMS',
  ncciApplies: true,
  referralNeeded: false,
  authorizationNeeded: false,
  filingCode: 'MB',
};
const fee = (code: string, dollars: number, aliases: string[] = []) => ({
  code,
  fee: dollars * 100,
  aliases,
});

export const OCTOBERS = {
  counselor: {
    credentials: 'LCSW',
    taxonomy: '1041C0700X',
    diagnoses: ['F41.1'],
    fees: [
      fee('90834', 150),
      fee('90837', 180),
      fee('90847', 175),
      fee('90853', 60),
      fee('90791', 220),
    ] as never,
    headers: ['Date', 'Client', 'Service', 'Length', 'Insurance', 'Fee', 'Copay', 'Place'],
    rows: [
      [1, ADA, 'intake', 60, 'Cascade Health Plan', 220, 25, 'office'],
      [5, BRUNO, 'ind 50', 50, 'Cascade Health Plan', 150, 25, 'office'],
      [6, CLARA, 'couples', 50, 'Cascade Health Plan', 175, 0, 'office'],
      [8, ADA, 'ind', 55, 'Cascade Health Plan', 180, 25, 'video'],
      [12, BRUNO, 'no show', '', 'Cascade Health Plan', 75, '', ''],
      [13, DMITRI, 'group', 90, 'Medicare', 60, 0, 'office'],
      [15, ADA, 'ind', 12, 'Cascade Health Plan', 150, 25, 'office'],
      [19, BRUNO, 'individual (45 min)', '', 'Cascade Health Plan', 150, 25, 'office'],
      [20, CLARA, 'check-in', 20, 'Cascade Health Plan', 60, 0, 'office'],
    ],
    payers: [MEDICARE],
  },
  'physical therapist': {
    credentials: 'PT, DPT',
    taxonomy: '225100000X',
    diagnoses: ['M25.511'],
    fees: [fee('97110', 45), fee('97140', 42), fee('97112', 48), fee('97161', 140)] as never,
    headers: ['DOS', 'Patient', 'Visit #', '97110', '97140', 'NMR', 'Eval', 'PTA', 'Insurance', 'Time'],
    rows: [
      [1, ADA, 1, 15, 10, '', 97161, '', 'Medicare', '2-2:50'],
      [5, ADA, 2, 30, 15, '', '', 'KL 30', 'Medicare', '12:30-1:20'],
      [7, BRUNO, 1, 23, '', 15, '', '', 'Cascade Health Plan', '10-10:45'],
      [9, BRUNO, 2, 15, 15, '', '', '', 'Cascade Health Plan', '10-10:45'],
    ],
    payers: [{ ...MEDICARE, addedModifiers: ['GP'] }],
  },
  'speech therapist': {
    credentials: 'CCC-SLP',
    taxonomy: '235Z00000X',
    diagnoses: ['R47.1'],
    fees: [fee('92507', 110), fee('92523', 260)] as never,
    headers: ['Date', 'Client', 'CPT', 'Minutes', 'Payer'],
    rows: [
      [1, ADA, '92523', 60, 'Cascade Health Plan'],
      [6, ADA, '92507', 45, 'Cascade Health Plan'],
      [7, BRUNO, '92507-GN', 30, 'Medicare'],
      [8, BRUNO, '92507', 30, 'Medicare'],
    ],
    payers: [MEDICARE],
  },
  chiropractor: {
    credentials: 'DC',
    taxonomy: '111N00000X',
    diagnoses: ['M99.03', 'M54.50'],
    fees: [fee('98940', 45), fee('98941', 60), fee('97140', 40)] as never,
    headers: ['Date', 'Patient', 'Code', 'Payer'],
    rows: [
      [1, ADA, '98941-AT', 'Medicare'],
      [2, BRUNO, '98940; 97140 15min', 'Cascade Health Plan'],
      [5, ADA, '98940', 'Medicare'],
    ],
    payers: [MEDICARE],
  },
  acupuncturist: {
    credentials: 'LAc',
    taxonomy: '171100000X',
    diagnoses: ['M54.50'],
    fees: [fee('97810', 70), fee('97811', 55), fee('97813', 75)] as never,
    headers: ['Date', 'Client', 'Treatment', 'Minutes', 'Payer'],
    rows: [
      [1, ADA, 'acu', 30, 'Cascade Health Plan'],
      [2, BRUNO, 'acupuncture', 15, 'Cascade Health Plan'],
      [5, CLARA, 'acu', 7, 'Cascade Health Plan'],
      [6, DMITRI, 'electroacupuncture', 45, 'Medicare'],
    ],
    payers: [MEDICARE],
  },
  'behavior analyst': {
    credentials: 'BCBA',
    taxonomy: '103K00000X',
    diagnoses: ['F84.0'],
    fees: [fee('97153', 18), fee('97155', 30), fee('97151', 30)] as never,
    headers: ['Date', 'Child', 'Code', 'Start', 'End', 'Insurance'],
    rows: [
      [1, ADA, '97151', '9:00 AM', '11:00 AM', 'Cascade Health Plan'],
      [5, ADA, '97153', '9:00 AM', '12:00 PM', 'Cascade Health Plan'],
      [5, ADA, '97153', '11:30 AM', '1:00 PM', 'Cascade Health Plan'],
      [6, BRUNO, '97153-HM', '2:00 PM', '4:07 PM', 'Cascade Health Plan'],
    ],
  },
  dietitian: {
    credentials: 'RDN, LD',
    taxonomy: '133V00000X',
    diagnoses: ['E11.9'],
    fees: [fee('97802', 40), fee('97803', 35), fee('97804', 20)] as never,
    headers: ['Date', 'Patient', 'Visit type', 'Min', 'Plan'],
    rows: [
      [1, ADA, 'mnt initial', 60, 'Cascade Health Plan'],
      [8, ADA, 'nutrition follow-up', 30, 'Cascade Health Plan'],
      [9, BRUNO, 'mnt group', 15, 'Cascade Health Plan'],
      [12, CLARA, 'mnt initial', 60, 'Medicare'],
    ],
    payers: [MEDICARE],
  },
} satisfies Record<string, October>;

export type TherapistName = keyof typeof OCTOBERS;

export function therapistBook(name: TherapistName): Book {
  const october: October = OCTOBERS[name];
  const { Practice: [practice = {}] = [], Payers = [], Clients = [] } = inventedPractice;
  const tables: TableContents = {
    ...inventedPractice,
    Practice: [
      { ...practice, credentials: october.credentials, taxonomy: october.taxonomy, name: 'Example Therapy' },
    ],
    Payers: [...Payers, ...((october.payers ?? []) as typeof Payers)],
    Clients: Clients.map((client) => ({
      ...client,
      diagnoses: october.diagnoses,
      payer: october.rows.some((row) => row.includes(String(client['name'])) && row.includes('Medicare'))
        ? 'Medicare'
        : 'Cascade Health Plan',
    })),
    Fees: october.fees as never,
  };
  const first = serial('2026-10-01');
  const rows = october.rows.map(([day, ...rest]) => [first + Number(day) - 1, ...rest]);
  return workbookOf({ Sessions: [october.headers, ...rows] }, tables);
}
