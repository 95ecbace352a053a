import type { Finding } from '../../billing/findings';
import { usDate } from '../../billing/values/day';
import type { BilledLine } from '../../billing/records/billed-line';
import type { ClaimRow } from '../../workbook/tables/claims';

/** What is done about a claim that was made: corrected (7), voided (8), or sent again as it is an original still (1). */
export type HowToCorrect = 'correct' | 'void' | 'resend';

/** Statuses of claims that no payer has: only made, or refused before a payer looked at them. */
const NEVER_FILED = new Set(['', 'made', 'rejected']);

const SOURCES = {
  frequency: '005010X222A1, CLM05-3 and REF*F8; NUCC 1500 manual, item 22',
  duplicate: 'CARC 18: a second original claim for the same service is denied as a duplicate',
  rejected: '005010X214 (277CA): a rejected claim was never taken into the payer’s work',
} as const;

/** Why this cannot be done to the claim; null when it can. */
export function objection(claim: ClaimRow, how: HowToCorrect): Finding | null {
  const { account, status, payerClaimNumber } = claim;
  const isUnfiled = NEVER_FILED.has(status.toLowerCase());
  if (how === 'resend') {
    if (isUnfiled) return null;
    return stop(
      claim,
      'resend-of-filed-claim',
      `Claim ${account} is ${status || 'sent'}, so the payer may have it, and would deny a second original as a duplicate.`,
      'Correct it instead; if you know that it never arrived, write Rejected as its status in the Claims table.',
      SOURCES.duplicate,
    );
  }
  if (status.toLowerCase() === 'rejected') {
    return stop(
      claim,
      'correction-of-rejected-claim',
      `Claim ${account} was rejected before the payer looked at it, so there is nothing to ${how} there.`,
      how === 'correct'
        ? 'Mend what was wrong and send it again as an original.'
        : 'Leave it; it was never filed.',
      SOURCES.rejected,
    );
  }
  if (payerClaimNumber !== null) return null;
  return stop(
    claim,
    'correction-without-original',
    `The payer’s own number of claim ${account} is not known, and without it a ${how === 'void' ? 'void' : 'corrected'} claim is refused.`,
    `Type it as "Payer claim number" of ${account} in the Claims table; it stands on the remittance and in the payer’s portal.`,
    SOURCES.frequency,
  );
}

export function nothingLeft(claim: ClaimRow, how: HowToCorrect): Finding {
  return stop(
    claim,
    'correction-without-sessions',
    `Nothing of what claim ${claim.account} billed is left to bill.`,
    how === 'correct' ? 'Void the claim instead.' : 'Leave it; there is nothing to send.',
    SOURCES.frequency,
  );
}

export function notOneClaim(claim: ClaimRow): Finding {
  return stop(
    claim,
    'correction-of-another-claim',
    `The sessions of claim ${claim.account} no longer make one claim for ${claim.client} to ${claim.payer}, so another cannot take its place.`,
    'Void the claim, then make the month’s claims again.',
    SOURCES.frequency,
  );
}

export function linesUnreadable(claim: ClaimRow): Finding {
  return stop(
    claim,
    'correction-lines-unreadable',
    `The lines of claim ${claim.account} cannot be read in the ClaimLines table.`,
    'Put them back as they were: date, code, units and charge of each line.',
    '005010X222A1, CLM05-3: a void repeats the claim that it voids',
  );
}

export function lineLeftOut(claim: ClaimRow, { code, date }: BilledLine): Finding {
  const what = `${code} of ${usDate(date)}`;
  return {
    ...stop(
      claim,
      'correction-leaves-line-out',
      `${what} of claim ${claim.account} has no session any more and is left out of the new claim.`,
      'If it took place, put the session back first.',
      SOURCES.frequency,
    ),
    severity: 'WARN',
  };
}

export function nothingChanged(claim: ClaimRow): Finding {
  return {
    ...stop(
      claim,
      'correction-without-change',
      `Nothing in the lines of claim ${claim.account} was changed since it was made; it goes out again as it was, with what the tables say now.`,
      'If something is to be corrected, mend it in the sessions or the tables first.',
      SOURCES.frequency,
    ),
    severity: 'NOTE',
  };
}

export function offeredAgain(claim: ClaimRow): Finding {
  return {
    ...stop(
      claim,
      'sessions-of-voided-claim',
      `The sessions of the voided claim ${claim.account} will be offered with the next claims again.`,
      'Mark those that are not to be billed, for example as cancelled, or correct who pays for them.',
      SOURCES.frequency,
    ),
    severity: 'NOTE',
  };
}

function stop({ client }: ClaimRow, rule: string, message: string, fix: string, source: string): Finding {
  return { rule, severity: 'STOP', place: null, message, fix: fix, source, client };
}
