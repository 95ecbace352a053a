import { estimateOf, type EstimateInput } from '../../../src/billing/documents/estimate';
import {
  ESTIMATE_ELEMENTS,
  ESTIMATE_NOTICES,
  SEPARATE_NOTICE,
} from '../../../src/billing/documents/estimate-elements';
import type { Client, Fee, Practice } from '../../../src/billing/records/practice';
import { cents, type Cents } from '../../../src/billing/values/cents';
import { estimateReport } from '../../../src/forms/documents/estimate-report';
import type { Report } from '../../../src/forms/report/report';
import { day } from '../../support/values';

const fee = (code: string, price: Cents | null): Fee => ({
  code,
  fee: price,
  payer: null,
  aliases: [],
  allowed: null,
  allowedFrom: null,
  allowedTo: null,
  cells: {},
});

const INPUT: EstimateInput = {
  client: {
    name: 'Clara Cloverfield',
    birthDate: day('1981-08-02'),
    payer: null,
    aliases: [],
    cells: {},
  } as unknown as Client,
  practice: {
    name: 'Quiet Harbor Massage',
    npi: '1234567893',
    taxId: '12-3456789',
    taxIdType: 'EIN',
    address: { street: '100 Example Street', city: 'Tacoma', state: 'WA', zip: '98402' },
    cells: {},
  } as unknown as Practice,
  fees: [fee('97124', cents(3000)), fee('97140', cents(3500))],
  services: [
    { code: '97124', units: 4 },
    { code: '97140', units: 1 },
  ],
  visits: 8,
  firstVisit: day('2026-11-20'),
  lastVisit: day('2027-01-08'),
  frequency: 'once a week',
  bookedOn: day('2026-11-02'),
  askedOn: null,
  today: day('2026-11-02'),
};

function words(change: Partial<EstimateInput>): string {
  const found = estimateOf({ ...INPUT, ...change });
  return found.ok ? 'made' : found.words;
}

test('units times visits times fee, and the sum of all', () => {
  const found = estimateOf(INPUT);
  expect(found).toMatchObject({ ok: true, estimate: { perVisit: 15500, total: 124000 } });
});

test.each([
  ['2026-11-02', '2026-11-06', null, '2026-11-03'],
  ['2026-11-02', '2026-11-20', null, '2026-11-05'],
  [null, null, '2026-11-02', '2026-11-05'],
])('booked %s for %s, asked %s: due %s', (booked, service, asked, due) => {
  const at = (iso: string | null) => (iso === null ? null : day(iso));
  const dates = { bookedOn: at(booked), firstVisit: at(service), lastVisit: null, askedOn: at(asked) };
  expect(estimateOf({ ...INPUT, ...dates })).toMatchObject({ estimate: { due: at(due) } });
});

test('what is missing is refused in one sentence', () => {
  const practice = (change: object) => ({ practice: { ...INPUT.practice, ...change } });
  expect(words(practice({ npi: null }))).toContain('"Billing NPI" in the Practice table');
  expect(words(practice({ npi: '1234567890' }))).toContain('mistyped');
  expect(words(practice({ taxId: null }))).toContain('"Tax ID" in the Practice table');
  expect(words(practice({ address: { ...INPUT.practice.address, state: null } }))).toContain('"State"');
  expect(words({ client: { ...INPUT.client, birthDate: null } })).toContain(
    '"Birth date" in the Clients table',
  );
  expect(words({ services: [] })).toContain('Which services');
  expect(words({ visits: 0 })).toContain('How many visits');
  expect(words({ fees: [fee('97124', cents(3000))] })).toBe(
    'There is no fee for 97140: add a row for it to the Fees table.',
  );
  expect(words({ fees: [...INPUT.fees, fee('97124', cents(4000))] })).toContain('two prices for 97124');
});

test('an agreed price of a payer is no price of a client who pays themselves', () => {
  const agreed = { ...fee('97124', cents(2000)), payer: 'Cascade Health Plan' };
  expect(words({ fees: [agreed, fee('97140', cents(3500))] })).toContain('no fee for 97124');
});

test('recurring visits are estimated for at most twelve months', () => {
  expect(words({ lastVisit: day('2027-11-20') })).toBe('made');
  expect(words({ lastVisit: day('2027-11-21') })).toContain('at most twelve months');
});

test('every element stands under its heading, and every notice is on the page', () => {
  const found = estimateOf(INPUT);
  if (!found.ok) throw new Error(found.words);
  const report = estimateReport({
    ...INPUT,
    from: { name: 'Quiet Harbor Massage', lines: [] },
    writtenOn: INPUT.today,
    patient: 'Clara Cloverfield',
    birthDate: INPUT.client.birthDate,
    address: [],
    diagnoses: [],
    therapist: 'Marta Quillfeather, LMT',
    place: '100 Example Street, Tacoma, WA 98402',
    state: 'WA',
    separate: [],
    taxId: '12-3456789',
    estimate: found.estimate,
  });
  const under = partsOf(report);
  expect(
    [...new Set(ESTIMATE_ELEMENTS.map((element) => element.under))].filter((name) => !under.has(name)),
  ).toEqual([]);
  expect(under.get('Client')).toContain('Clara Cloverfield');
  expect(under.get('Client')).toContain(String(day('1981-08-02')));
  expect(under.get('Services')).toContain(
    '8 visits, the first on 11/20/2026, the last by 01/08/2027, once a week',
  );
  expect(under.get('Services')).toContain('97124');
  for (const value of ['Quiet Harbor Massage', '1234567893', '12-3456789', 'WA', '100 Example Street']) {
    expect(under.get('Provider')).toContain(value);
  }
  expect(under.get('Scheduled apart')?.indexOf(SEPARATE_NOTICE.words)).toBeLessThan(
    under.get('Scheduled apart')?.indexOf('None that I expect.') ?? -1,
  );
  for (const notice of ESTIMATE_NOTICES) expect(under.get('What you should know')).toContain(notice.words);
});

/** What stands under each heading, as one text. */
function partsOf({ blocks }: Report): Map<string, string> {
  const parts = new Map<string, string>();
  let heading = '';
  for (const block of blocks) {
    if (block.kind === 'heading') heading = block.text;
    else parts.set(heading, `${parts.get(heading) ?? ''}${JSON.stringify(block)}`);
  }
  return parts;
}
