import { centsOf } from '../../billing/values/cents';
import { addAll } from '../../billing/values/lists';
import type { Transaction } from '../segments/interchange';
import type { Segment } from '../segments/segment';
import type { ClaimAnswer, FileAnswer, Reason, Verdict } from './answer';
import { dayOfD8 } from './dates';
import { CATEGORIES, ENTITIES, STATUSES } from './status-words';

/** What a 277CA (005010X214) says, claim by claim: loops 2200D and 2220D under their source and submitter. */
export function claimAnswers({ segments }: Transaction): ClaimAnswer[] {
  const answers: ClaimAnswer[] = [];
  let level = '';
  let from = '';
  let batch: string | null = null;
  let patient = '';
  let claim: ClaimAnswer | null = null;
  let line: ClaimAnswer['lines'][number] | null = null;
  for (const segment of segments) {
    if (segment.id === 'HL') {
      level = segment.element(3);
      claim = null;
      line = null;
      if (level === '20') from = '';
    } else if (segment.id === 'NM1') {
      if (level === '20') from = segment.element(3);
      if (level === 'PT') patient = `${segment.element(4)} ${segment.element(3)}`.trim();
    } else if (segment.id === 'TRN' && level === '21') {
      batch = segment.element(2) || null;
    } else if (segment.id === 'TRN' && level === 'PT') {
      claim = emptyAnswer(segment.element(2), batch, from, patient);
      line = null;
      answers.push(claim);
    } else if (claim && segment.id === 'SVC') {
      line = { control: '', verdict: 'received', reasons: [] };
      claim.lines.push(line);
    } else if (claim && segment.id === 'STC') {
      take(segment, claim, line);
    } else if (claim && segment.id === 'REF') {
      const [qualifier, number] = [segment.element(1), segment.element(2)];
      if (line && (qualifier === 'FJ' || qualifier === '6R')) line.control = number;
      if (!line && qualifier === '1K') claim.payerClaimNumber = number;
      if (!line && qualifier === 'D9') claim.traceNumber = number;
    }
  }
  return answers;
}

/**
 * Where a 277CA refuses all claims at once: loops 2200B (the file) and 2200C (the billing provider, of whom a file of
 * ours has one). No claim need be named then.
 */
export function batchRefusals({ segments }: Transaction): FileAnswer[] {
  const refusals: FileAnswer[] = [];
  let level = '';
  let from = '';
  let batch: string | null = null;
  for (const segment of segments) {
    if (segment.id === 'HL') level = segment.element(3);
    else if (segment.id === 'NM1' && level === '20') from = segment.element(3);
    else if (segment.id === 'TRN' && level === '21') batch = segment.element(2) || null;
    else if (segment.id === 'STC' && (level === '21' || level === '19')) {
      const { verdict, reasons } = statusOf(segment);
      if (verdict !== 'rejected') continue;
      const on = dayOfD8(segment.element(2));
      refusals.push({
        kind: '277CA',
        interchange: batch,
        group: null,
        transaction: null,
        verdict,
        reasons,
        claims: [],
        from,
        on,
      });
    }
  }
  return refusals;
}

function emptyAnswer(account: string, batch: string | null, from: string, patient: string): ClaimAnswer {
  return {
    account,
    batch,
    verdict: 'received',
    reasons: [],
    lines: [],
    from,
    patient,
    charge: null,
    payerClaimNumber: null,
    traceNumber: null,
    on: null,
  };
}

function take(segment: Segment, claim: ClaimAnswer, line: ClaimAnswer['lines'][number] | null): void {
  const { verdict, reasons } = statusOf(segment);
  if (line) {
    line.verdict = worst([line.verdict, verdict]);
    addAll(line.reasons, reasons);
    return;
  }
  claim.verdict = claim.reasons.length === 0 ? verdict : worst([claim.verdict, verdict]);
  addAll(claim.reasons, reasons);
  claim.charge = centsOf(segment.element(4)) ?? claim.charge;
  claim.on = dayOfD8(segment.element(2)) ?? claim.on;
}

/** STC01, STC10 and STC11 give up to three reasons; STC03 U is a refusal whatever they say. */
function statusOf(segment: Segment): { verdict: Verdict; reasons: Reason[] } {
  const composites = [1, 10, 11].filter((element) => segment.element(element) !== '');
  const verdicts = composites.map(
    (element) => CATEGORIES.get(segment.component(element, 1))?.verdict ?? 'received',
  );
  return {
    verdict: segment.element(3) === 'U' ? 'rejected' : worst(verdicts),
    reasons: composites.map((element) => reasonOf(segment, element)),
  };
}

function reasonOf(segment: Segment, element: number): Reason {
  const [category = '', status = '', entity = ''] = segment.components(element);
  const of = entity === '' ? '' : (ENTITIES.get(entity) ?? `the party with the code ${entity}`);
  const detail = STATUSES.get(status) ?? `See the claim status code ${status} at your clearinghouse.`;
  const words = detail
    .replace('{of}', of === '' ? '' : ` of ${of}`)
    .replace('{by}', of === '' ? '' : ` by ${of}`);
  const lead = CATEGORIES.get(category)?.words ?? `Answered with the category ${category}.`;
  const isSaid = lead.startsWith(words.slice(0, -1));
  return {
    code: [category, status, entity].filter((part) => part !== '').join(':'),
    words: isSaid ? lead : `${lead} ${words}`,
  };
}

function worst(verdicts: readonly Verdict[]): Verdict {
  return (['rejected', 'accepted', 'received'] as const).find((one) => verdicts.includes(one)) ?? 'received';
}
