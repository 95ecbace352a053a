import type { Claim } from '../../../src/billing/claims/claim';
import { CLAIM_EDITS, checkReadiness } from '../../../src/billing/readiness/check-readiness';
import type { LineBefore } from '../../../src/billing/readiness/batch-index';
import type { Payer } from '../../../src/billing/records/practice';
import { day } from '../../support/values';
import { clientOf, payerOf, practiceOf } from '../claims/records';
import { CASES, cleanClaim } from './cases';

interface Different {
  claims?: Claim[];
  today?: string;
  payers?: Payer[];
  billedBefore?: LineBefore[];
  electronic?: boolean;
}

const practice = practiceOf({ name: 'Quiet Harbor Massage, LLC' });
const client = clientOf({
  firstName: 'Zoë',
  lastName: 'O’Sample-Reed',
  birthDate: day('1985-03-07'),
});

function check({ claims = [cleanClaim()], today = '2026-09-02', ...rest }: Different = {}) {
  return checkReadiness(claims, {
    today: day(today),
    billedBefore: [],
    practice,
    payers: [],
    clients: [client],
    electronic: true,
    ...rest,
  });
}

const found = (different: Different) => check(different).findings.map(({ rule }) => rule);

test('a clean claim leaves without a word', () => {
  const { ready, holds, findings } = check();
  expect(findings).toEqual([]);
  expect(holds).toEqual([]);
  expect(ready).toHaveLength(1);
});

test.each(CASES)('%s', (_, change, rule, severity) => {
  const { findings, holds } = check({ claims: [cleanClaim(change)] });
  const finding = findings.find((one) => one.rule === rule);
  expect(finding).toMatchObject({ severity, client: expect.any(String) });
  expect(finding?.message).toMatch(/^Claim .*[.]$/);
  expect(finding?.message).not.toMatch(/[{}]|undefined/);
  expect(holds).toHaveLength(findings.some((one) => one.severity === 'STOP') ? 1 : 0);
});

test('every edit has a case', () => {
  const elsewhere = ['account-twice', 'duplicate-in-batch', 'billed-before', 'filing-limit-over'];
  const held = new Set([...CASES.map(([, , rule]) => rule), ...elsewhere]);
  expect(CLAIM_EDITS.map(({ id }) => id).filter((id) => !held.has(id))).toEqual([]);
});

test('edits have ids of their own, and each says who tests so', () => {
  const ids = CLAIM_EDITS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { source, fix } of CLAIM_EDITS) {
    expect(source).not.toBe('');
    expect(fix).toMatch(/\.$/);
  }
});

test('one claim that would bounce does not hold back the others', () => {
  const good = cleanClaim({ account: 'C2', lines: [] });
  const other = cleanClaim();
  const { ready, holds } = check({ claims: [good, other] });
  expect(holds.map(({ claim }) => claim.account)).toEqual(['C2']);
  expect(ready.map(({ account }) => account)).toEqual(['C26080001']);
});

describe('claims beside each other', () => {
  const again = (change: Partial<Claim> = {}) =>
    cleanClaim({
      account: 'C26080002',
      lines: cleanClaim().lines.map((line) => ({ ...line, control: `${line.control}b` })),
      ...change,
    });

  test('the same services on a second claim are duplicates', () => {
    expect(found({ claims: [cleanClaim(), again()] })).toEqual(Array(4).fill('duplicate-in-batch'));
  });

  test('a correction of the first is none', () => {
    expect(found({ claims: [cleanClaim(), again({ frequency: '7', originalReference: '77' })] })).toEqual([]);
  });

  test('nor are the services of somebody else, or to another payer', () => {
    const patient = { ...cleanClaim().patient, firstName: 'Uma' };
    const payer = { ...cleanClaim().payer, name: 'Another Plan' };
    expect(found({ claims: [cleanClaim(), again({ patient })] })).toEqual([]);
    expect(found({ claims: [cleanClaim(), again({ payer })] })).toEqual([]);
  });

  test('two claims cannot have one account number', () => {
    expect(found({ claims: [cleanClaim(), again({ account: 'C26080001' })] })).toContain('account-twice');
  });
});

describe('a claim already sent', () => {
  const earlier: LineBefore = {
    account: 'C26070009',
    client: 'Zoe O’Sample-Reed',
    payer: 'Cedar Coast Health Plan Inc',
    date: day('2026-08-03'),
    code: '97124',
  };

  test('is found whatever case, accents and punctuation, and told with its account', () => {
    const { findings } = check({ billedBefore: [earlier] });
    expect(findings.map(({ rule }) => rule)).toEqual(['billed-before']);
    expect(findings[0]?.message).toBe(
      'Claim C26080001, Zoë O’Sample-Reed: The line 97124 on 2026-08-03 was billed before, on the claim C26070009.',
    );
  });

  test('may be corrected', () => {
    const claims = [cleanClaim({ frequency: '7', originalReference: '77' })];
    expect(found({ claims, billedBefore: [earlier] })).toEqual([]);
  });

  test('is not the one whose own lines they are', () => {
    expect(found({ billedBefore: [{ ...earlier, account: 'C26080001' }] })).toEqual([]);
  });

  test('may be repeated on the day with modifier 76', () => {
    const lines = cleanClaim().lines.map((line) => ({ ...line, modifiers: ['76'] }));
    expect(found({ claims: [cleanClaim({ lines })], billedBefore: [earlier] })).toEqual([]);
  });
});

describe('the filing limit', () => {
  const payers = (daysToFile: number | null) => [payerOf({ name: cleanClaim().payer.name, daysToFile })];

  test('90 days from 2026-08-03 end on 2026-11-01', () => {
    expect(found({ today: '2026-11-01', payers: payers(90) })).toEqual([]);
    expect(found({ today: '2026-11-02', payers: payers(90) })).toEqual(['filing-limit-over']);
  });

  test('is never assumed', () => {
    expect(found({ today: '2031-01-01', payers: payers(null) })).toEqual([]);
  });
});

test('paper needs no payer id', () => {
  const payer = { ...cleanClaim().payer, payerId: null };
  expect(found({ claims: [cleanClaim({ payer })], electronic: false })).toEqual([]);
});

test('a worker needs no member id: the employer is insured', () => {
  const base = cleanClaim();
  const claim = cleanClaim({
    payer: { ...base.payer, kind: 'workers-comp', filingCode: 'WC' },
    employer: 'Sample Mill',
    propertyCasualtyClaimNumber: 'AB 12345',
    subscriber: { ...base.subscriber, memberId: '' },
  });
  expect(found({ claims: [claim] })).toEqual([]);
});

test('findings point at the cell to mend', () => {
  const base = cleanClaim();
  const { findings } = check({
    claims: [
      cleanClaim({
        subscriber: { ...base.subscriber, memberId: '' },
        billing: { ...base.billing, npi: '1' },
      }),
    ],
  });
  const placeOf = (rule: string) => findings.find((one) => one.rule === rule)?.place;
  expect(placeOf('member-id-absent')).toEqual(client.cells['memberId']);
  expect(placeOf('billing-npi-wrong')).toEqual(practice.cells['npi']);
});
