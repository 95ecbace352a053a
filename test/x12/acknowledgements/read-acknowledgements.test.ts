import { matchAnswers, type SentFile } from '../../../src/x12/acknowledgements/match-answers';
import { readAcknowledgements } from '../../../src/x12/acknowledgements/read-acknowledgements';
import { CATEGORIES, STATUSES } from '../../../src/x12/acknowledgements/status-words';
import { day } from '../../support/values';
import {
  ACCEPTED_999,
  ACCEPTED_WITH_ERRORS_999,
  F277CA,
  f999,
  REJECTED_999,
  REJECTED_GROUP_999,
  ta1,
} from './samples';

const SENT: SentFile[] = [{ control: 17, accounts: ['C26100001', 'C26100002', 'C26100003'] }];
const match = (text: string) => matchAnswers(readAcknowledgements(text), SENT);
/** `C26100001 received: ...`, one text a claim. */
const told = (text: string) =>
  match(text).answers.map(({ account, kind, verdict, reasons }) =>
    [`${account} ${kind} ${verdict}`, ...reasons.map(({ words }) => words)].join(' | '),
  );

test('the samples are whole files', () => {
  for (const text of [ACCEPTED_999, REJECTED_999, REJECTED_GROUP_999, F277CA, ta1('A', '000')]) {
    expect(readAcknowledgements(text).faults).toEqual([]);
  }
});

describe('999', () => {
  test('an accepted file was received; nothing is filed before the 277CA says so', () => {
    expect(told(ACCEPTED_999)).toEqual([
      'C26100001 999 received',
      'C26100002 999 received',
      'C26100003 999 received',
    ]);
  });

  test('a refused file refuses every claim, and says of each what is wrong with it', () => {
    const file = [
      'One or more segments are wrong.',
      'One or more segments do not follow the guide for claims.',
      'Segment 10, 2010AA NM109: it has a character that is not allowed ("12345-7893").',
    ].join(' | ');
    expect(told(REJECTED_999)).toEqual([
      `C26100001 999 rejected | ${file} | Segment 31, 2400 SV101-2: its code is not one of the list ("9712"). | Segment 31, 2400 SV102: it is missing.`,
      `C26100002 999 rejected | ${file} | Segment 44, 2300 HI: the segment is missing, which other values make necessary.`,
      `C26100003 999 rejected | ${file}`,
    ]);
  });

  test('a file accepted with errors is received, with the errors', () => {
    expect(told(ACCEPTED_WITH_ERRORS_999)[0]).toBe(
      'C26100001 999 received | One or more segments are wrong. | Segment 11, 2010AA N301: it is too long ("A STREET WITH A VERY LONG NAME").',
    );
  });

  test('a group refused as a whole refuses every claim', () => {
    expect(told(REJECTED_GROUP_999)).toEqual(
      SENT[0]?.accounts.map(
        (account) => `${account} 999 rejected | A group with this control number came before.`,
      ),
    );
  });

  test.each(['M', 'R', 'W', 'X'])('IK5*%s is a rejection', (code) => {
    const text = f999(['AK1*HC*17', 'AK2*837*0001', `IK5*${code}`, `AK9*${code}*1*1*0`]);
    expect(new Set(match(text).answers.map(({ verdict }) => verdict))).toEqual(new Set(['rejected']));
  });
});

describe('TA1', () => {
  test('an accepted envelope was received', () => {
    expect(told(ta1('A', '000'))[0]).toBe('C26100001 TA1 received');
  });

  test('a refused envelope refuses every claim', () => {
    expect(told(ta1('R', '025'))).toEqual(
      SENT[0]?.accounts.map(
        (account) => `${account} TA1 rejected | A file with this control number came before.`,
      ),
    );
  });
});

describe('277CA', () => {
  test('tells each claim of ours accepted or rejected, and why', () => {
    expect(told(F277CA)).toEqual([
      'C26100001 277CA accepted | Accepted for processing.',
      'C26100002 277CA rejected | Rejected: something is wrong. Check the NPI of the billing provider. | Sent back: it cannot be processed as it is. The subscriber and the member ID were not found.',
      'C26100003 277CA rejected | Sent back: it cannot be processed as it is. Something is missing or wrong; further codes say what. | Rejected: two things do not fit together. Check the modifiers.',
    ]);
  });

  test('keeps the payer’s claim number and the day, the proof of timely filing', () => {
    const [accepted] = match(F277CA).answers;
    expect(accepted?.payerClaimNumber).toBe('2026306000123');
    expect(accepted?.on).toBe(day('2026-11-02'));
  });

  test('says which line was rejected, who answers, and which file it answers', () => {
    const claim = readAcknowledgements(F277CA).claims[2];
    expect(claim).toMatchObject({
      from: 'OFFICE ALLY',
      batch: '000000017',
      patient: 'CALLA WINTERGREEN',
      charge: 12000,
    });
    expect(claim?.lines).toEqual([
      {
        control: 'C26100003L1',
        verdict: 'rejected',
        reasons: [
          { code: 'A8:453', words: 'Rejected: two things do not fit together. Check the modifiers.' },
        ],
      },
    ]);
  });

  test('a code that nobody here knows is told by its number', () => {
    const words = readAcknowledgements(F277CA.replace('A8:453', 'A8:9999')).claims[2]?.lines[0]?.reasons[0]
      ?.words;
    expect(words).toContain('See the claim status code 9999 at your clearinghouse.');
  });
});

describe('answers to what was not sent', () => {
  test('a 277CA for a stranger’s claim is a finding', () => {
    expect(match(F277CA).findings.map(({ message }) => message)).toEqual([
      'The 277CA answers the account ZZ999, SAM STRANGER, which was not sent from this workbook.',
    ]);
  });

  test('a 999 for another file changes nothing', () => {
    const { answers, findings } = match(ACCEPTED_999.replaceAll('AK1*HC*17', 'AK1*HC*18'));
    expect(answers).toEqual([]);
    expect(findings.map(({ message }) => message)).toEqual([
      'The 999 answers the file number 18, which was not sent from this workbook.',
    ]);
  });
});

test('a file that is no acknowledgement says so, and one cut in the middle is read as far as it goes', () => {
  const remittance = ACCEPTED_999.replace('ST*999', 'ST*835');
  expect(readAcknowledgements(remittance).faults[0]?.words).toMatch(/^This is no acknowledgement of claims/);
  const cut = readAcknowledgements(F277CA.slice(0, F277CA.indexOf('HL*5')));
  expect(cut.claims.map(({ account }) => account)).toEqual(['C26100001']);
  expect(cut.faults.map(({ kind }) => kind)).toEqual(['cut-off']);
});

test('every category decides, and every sentence is whole', () => {
  expect([...CATEGORIES.keys()]).toHaveLength(9);
  for (const words of STATUSES.values()) expect(words).toMatch(/\.$/);
});

test('an answer with more claims than fit on a stack is read', () => {
  const text = F277CA.replace(/TRN\*2\*C26100001~/, (claim) => claim + 'TRN*2*C26100001~'.repeat(130_000));
  const { answers } = match(text);
  expect(answers.filter(({ account }) => account === 'C26100001')).toHaveLength(130_001);
});
