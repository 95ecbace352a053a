import type { Day } from '../../billing/values/day';
import { addAll } from '../../billing/values/lists';
import type { Interchange, Transaction } from '../segments/interchange';
import type { Segment } from '../segments/segment';
import type { FileAnswer, Reason, Verdict } from './answer';
import { dayOfD6, dayOfD8 } from './dates';
import {
  ELEMENT_WORDS,
  GROUP_WORDS,
  INTERCHANGE_WORDS,
  SEGMENT_WORDS,
  TRANSACTION_WORDS,
} from './syntax-words';

/** A accepted, E accepted with errors, P in part; M, R, W and X are rejections. */
function verdictOf(code: string): Verdict {
  return ['A', 'E', 'P'].includes(code) ? 'received' : 'rejected';
}

/** The TA1 segments of an interchange. */
export function interchangeAnswers({ header, loose }: Interchange): FileAnswer[] {
  return loose
    .filter(({ id }) => id === 'TA1')
    .map((segment) => {
      const note = segment.element(5);
      const words = INTERCHANGE_WORDS.get(note) ?? 'The envelope of the file is wrong.';
      return {
        kind: 'TA1',
        interchange: segment.element(1),
        group: null,
        transaction: null,
        verdict: verdictOf(segment.element(4)),
        reasons: note === '000' || note === '' ? [] : [{ code: `TA1 ${note}`, words }],
        claims: [],
        from: header.element(6).trim(),
        on: dayOfD6(segment.element(2)),
      };
    });
}

/** What a 999 says: an answer for each transaction it names, and one for the group where that was refused. */
export function groupAnswers({ segments }: Transaction, made: Segment): FileAnswer[] {
  const answers: FileAnswer[] = [];
  const on = dayOfD8(made.element(4));
  const from = made.element(2).trim();
  let group = '';
  let errors: SegmentError[] = [];
  let current: FileAnswer | null = null;
  for (const segment of segments) {
    if (segment.id === 'AK1') group = segment.element(2);
    if (segment.id === 'AK2') {
      errors = [];
      current = answerOf(group, segment.element(2), from, on);
      answers.push(current);
    }
    if (segment.id === 'IK3') errors.push({ segment, elements: [], account: null });
    if (segment.id === 'IK4') errors.at(-1)?.elements.push(segment);
    if (segment.id === 'CTX') {
      const error = errors.at(-1);
      if (error && segment.component(1, 1) === 'CLM01') error.account = segment.component(1, 2);
    }
    if (segment.id === 'IK5' && current) {
      current.verdict = verdictOf(segment.element(1));
      addAll(current.reasons, codesOf(segment, 2, 'IK5', TRANSACTION_WORDS));
      settle(current, errors);
      current = null;
    }
    if (segment.id === 'AK9') {
      const verdict = verdictOf(segment.element(1));
      const reasons = codesOf(segment, 5, 'AK9', GROUP_WORDS);
      const isWhole = answers.every((answer) => answer.group !== group);
      if (isWhole || reasons.length > 0)
        answers.push({ ...answerOf(group, null, from, on), verdict, reasons });
    }
  }
  return answers;
}

interface SegmentError {
  segment: Segment;
  elements: Segment[];
  /** CLM01 of the claim at fault, where the 999 names it. */
  account: string | null;
}

function answerOf(group: string, transaction: string | null, from: string, on: Day | null): FileAnswer {
  return {
    kind: '999',
    interchange: null,
    group,
    transaction,
    verdict: 'received',
    reasons: [],
    claims: [],
    from,
    on,
  };
}

function settle(answer: FileAnswer, errors: readonly SegmentError[]): void {
  const ofClaims = new Map<string, Reason[]>();
  for (const error of errors) {
    const reasons = reasonsOf(error);
    if (error.account === null) {
      addAll(answer.reasons, reasons);
      continue;
    }
    const known = ofClaims.get(error.account) ?? [];
    addAll(known, reasons);
    ofClaims.set(error.account, known);
  }
  addAll(
    answer.claims,
    [...ofClaims].map(([account, reasons]) => ({ account, reasons })),
  );
}

function reasonsOf({ segment, elements }: SegmentError): Reason[] {
  const loop = segment.element(3);
  const where = `Segment ${segment.element(2)}, ${loop === '' ? '' : `${loop} `}${segment.element(1)}`;
  if (elements.length === 0) {
    const code = segment.element(4);
    return [{ code: `IK304 ${code}`, words: `${where}: ${SEGMENT_WORDS.get(code) ?? 'it is wrong'}.` }];
  }
  return elements.map((element) => {
    const code = element.element(3);
    const name = element.component(1, 1).padStart(2, '0');
    const part = element.component(1, 2);
    const data = element.element(4);
    const what = `${where}${name}${part === '' ? '' : `-${part}`}`;
    const said = data === '' ? '' : ` ("${data}")`;
    return { code: `IK403 ${code}`, words: `${what}: ${ELEMENT_WORDS.get(code) ?? 'it is wrong'}${said}.` };
  });
}

function codesOf(
  segment: Segment,
  first: number,
  name: string,
  words: ReadonlyMap<string, string>,
): Reason[] {
  return Array.from({ length: 5 }, (_, index) => segment.element(first + index))
    .filter((code) => code !== '')
    .map((code) => ({
      code: `${name} ${code}`,
      words: words.get(code) ?? `It was refused with the code ${code}.`,
    }));
}
