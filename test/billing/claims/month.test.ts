import type { ClaimsDecision } from '../../../src/billing/claims/decision';
import { decideClaims } from '../../../src/billing/claims/decide-claims';
import type { Session } from '../../../src/billing/records/session';
import { plainDollars, sum } from '../../../src/billing/values/cents';
import { isoOf } from '../../../src/billing/values/day';
import { csv, monthInput } from './month';

const input = monthInput();
const decision = decideClaims(input);

/** What became of a session, in the words of the file. */
function fateOf(session: Session, { claims, holds, notBilled }: ClaimsDecision): string[] {
  const inClaims = claims.filter((claim) =>
    claim.lines.some((line) => line.sessions.some(({ place }) => place === session.place)),
  );
  return [
    ...inClaims.map((claim) => `claim ${claim.account}`),
    ...holds
      .filter((held) => held.sessions.includes(session))
      .map((held) => `held: ${held.findings.map((finding) => finding.rule).join(' ')}`),
    ...notBilled.filter((one) => one.session === session).map((one) => `not billed: ${one.why}`),
  ];
}

test.each(csv('sessions.csv').map((line, index) => ({ ...line, index })))(
  '$date $client $codes $minutes: $becomes',
  ({ index, ...line }) => {
    const session = input.sessions[index];
    expect(session && fateOf(session, decision)).toEqual([(line as Record<string, string>).becomes]);
  },
);

test('the claims have exactly the lines of claims.csv', () => {
  const lines = decision.claims.flatMap((claim) =>
    claim.lines.map((line) => ({
      claim: claim.account,
      client: `${claim.patient.firstName} ${claim.patient.lastName}`,
      payer: claim.payer.name,
      authorization: claim.priorAuthorization ?? '',
      date: isoOf(line.date),
      code: line.code,
      modifiers: line.modifiers.join(' '),
      diagnoses: line.pointers.map((pointer) => claim.diagnoses[pointer - 1]).join(' '),
      units: String(line.units),
      charge: plainDollars(line.charge),
    })),
  );
  expect(lines).toEqual(csv('claims.csv'));
});

test('a claim adds up: its total is the sum of its lines, its payment what the client paid for them', () => {
  const [first] = decision.claims;
  expect(first?.total).toBe(48500);
  expect(first?.amountPaid).toBe(4000);
  for (const claim of decision.claims) expect(claim.total).toBe(sum(claim.lines.map((line) => line.charge)));
});

test('the claim of an auto accident says when, where and under which number', () => {
  const claim = decision.claims.find(({ account }) => account === 'A3');
  expect(claim?.accident).toEqual({ kind: 'auto', date: monthInput().clients[2]?.accidentDate, state: 'WA' });
  expect(claim?.propertyCasualtyClaimNumber).toBe('CA-26-118842');
  expect(claim?.subscriber.memberId).toBe('CA-26-118842');
});

test('the claim of an injury at work names the employer and the doctor who ordered', () => {
  const claim = decision.claims.find(({ account }) => account === 'A4');
  expect(claim?.accident?.kind).toBe('work');
  expect(claim?.employer).toBe('Tidewater Crates');
  expect(claim?.referring).toEqual({
    firstName: 'Anna',
    lastName: 'Prescriber',
    credentials: 'MD',
    npi: '1000000004',
  });
});

test('a child is billed under the parent who holds the policy', () => {
  const claim = decision.claims.find(({ account }) => account === 'A2');
  expect(claim?.relationship).toBe('child');
  expect(claim?.patient.firstName).toBe('Bo');
  expect(claim?.subscriber.firstName).toBe('Saga');
});

test('a missing birth date is one finding that points at its cell, whatever the number of sessions', () => {
  const findings = decision.findings.filter(({ rule }) => rule === 'client-birth-date-missing');
  const kit = input.clients.find(({ name }) => name === 'Kit Vale');
  expect(findings).toEqual([
    {
      rule: 'client-birth-date-missing',
      severity: 'STOP',
      place: kit?.cells['birthDate'],
      message: 'Kit Vale has no birth date: the payer finds the patient by name, birth date and sex.',
      fix: 'Fill in "Birth date" in the Clients table.',
      source: 'NUCC 1500 manual, item 3; 837P 2010BA or 2010CA DMG02',
      client: 'Kit Vale',
    },
  ]);
  expect(decision.holds.find(({ client }) => client === 'Kit Vale')).toMatchObject({
    payer: 'Evergreen Mutual',
    charges: 24000,
    findings,
  });
});

test('what the therapist should know besides is told without holding anything back', () => {
  const told = decision.findings.filter(({ severity }) => severity !== 'STOP').map(({ rule }) => rule);
  expect([...new Set(told)].sort()).toEqual([
    'authorization-chosen',
    'cash-price-below-insurance-price',
    'client-chosen-by-payer',
    'daily-cap-not-known',
    'diagnosis-unspecified',
    'hot-packs-bundled-elsewhere',
    'massage-with-manual-therapy-elsewhere',
    'minutes-to-the-timed-code',
    'modifier-59-without-reason',
    'outside-massage-scope',
    'payer-rules-not-known',
    'too-few-minutes-for-a-unit',
    'washington-daily-maximum-not-known',
  ]);
});

test('a name that is slightly off is answered with the names it could be', () => {
  expect(decision.findings.find(({ rule }) => rule === 'client-unknown')?.message).toBe(
    '"Ada Fernwod" is not in the Clients table: did you mean "Ada Fernwood"?',
  );
});
