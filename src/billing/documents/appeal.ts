import type { Denial, DenialReason } from '../denials/denial-queue';
import { sum, type Cents } from '../values/cents';
import { daysBetween, earliestOf, latestOf, usDate, type Day } from '../values/day';
import { appealAnswer, NOT_APPEALED, type AppealAnswer } from './appeal-answers';
import { APPEAL_FACTS, type AppealFactsInput } from './appeal-facts';

export interface AppealLine {
  date: Day;
  code: string;
  modifiers: string[];
  units: number;
  charge: Cents;
  /** What is appealed. */
  amount: Cents;
  /** `CO-50`, and remark codes. */
  codes: string[];
}

/** Reasons that are answered alike. */
export interface AppealReason {
  /** `CO-50: not medically necessary, says the payer`, one for each. */
  given: string[];
  ask: string;
  facts: string[];
  /** To be written by the therapist; never filled by itself. */
  places: string[];
}

export interface AppealLetter {
  lines: AppealLine[];
  amount: Cents;
  deniedOn: Day;
  appealBy: Day | null;
  reasons: AppealReason[];
  enclose: string[];
  /** For the therapist, not for the letter. */
  warnings: string[];
}

/**
 * A letter about what a payer refused on one claim, or a sentence why none can help. It states facts of the tables;
 * what only the therapist knows is left as a marked place.
 */
export function appealLetter(
  denials: readonly Denial[],
  facts: AppealFactsInput,
  today: Day,
): { ok: true; letter: AppealLetter } | { ok: false; words: string } {
  const open = denials.filter((denial) => whyNot(denial) === null);
  const [first] = open;
  if (first === undefined) {
    const [why] = denials.flatMap((denial) => whyNot(denial) ?? []);
    return { ok: false, words: why ?? 'Nothing of this claim was denied or left open by the payer.' };
  }
  const limits = open.flatMap(({ appealBy }) => appealBy ?? []);
  const appealBy = limits.length === 0 ? null : earliestOf(limits);
  const answers = answersOf(open.flatMap(({ reasons }) => reasons));
  return {
    ok: true,
    letter: {
      lines: open.map(lineOf),
      amount: sum(open.map(({ amount }) => amount)),
      deniedOn: latestOf(open.map(({ deniedOn }) => deniedOn)),
      appealBy,
      reasons: answers.map(({ answer, given }) => reasonOf(answer, given, facts)),
      enclose: [...new Set(answers.flatMap(({ answer }) => answer.enclose))],
      warnings: [
        ...denials.flatMap((denial) => whyNot(denial) ?? []),
        ...limitWarnings(first, appealBy, today),
      ],
    },
  };
}

/** Why a line cannot be appealed. A reason nothing can be written about decides for its line. */
function whyNot({ noAppeal, reasons }: Denial): string | null {
  if (noAppeal !== null) return noAppeal;
  const refused = reasons.find(({ code }) => NOT_APPEALED.has(code));
  return refused === undefined ? null : (NOT_APPEALED.get(refused.code) ?? null);
}

function lineOf({ line, amount, reasons, remarks }: Denial): AppealLine {
  const { date, code, modifiers, units, charge } = line;
  const codes = [...reasons.map(nameOf), ...remarks.map((remark) => remark.code)];
  return { date, code, modifiers, units, charge, amount, codes };
}

/** What the client owes and what the contract takes off is not in dispute, unless nothing else was said. */
function answersOf(reasons: readonly DenialReason[]): { answer: AppealAnswer; given: DenialReason[] }[] {
  const disputed = reasons.filter(({ group, code }) => group !== 'PR' && code !== '45');
  const groups = new Map<AppealAnswer, DenialReason[]>();
  for (const reason of disputed.length > 0 ? disputed : reasons) {
    const answer = appealAnswer(reason.code);
    groups.set(answer, [...(groups.get(answer) ?? []), reason]);
  }
  if (groups.size === 0) groups.set(appealAnswer(''), []);
  return [...groups].map(([answer, given]) => ({ answer, given }));
}

function reasonOf(
  answer: AppealAnswer,
  given: readonly DenialReason[],
  facts: AppealFactsInput,
): AppealReason {
  const named = given.map((reason) =>
    reason.meaning === null ? nameOf(reason) : `${nameOf(reason)}: ${reason.meaning}`,
  );
  return {
    given: [...new Set(named)],
    ask: answer.ask,
    facts: answer.facts.flatMap((name) => APPEAL_FACTS[name](facts)),
    places: [...answer.places],
  };
}

function nameOf({ group, code }: DenialReason): string {
  return code === '' ? group : `${group}-${code}`;
}

function limitWarnings(denial: Denial, appealBy: Day | null, today: Day): string[] {
  if (appealBy === null) return [`Last day to appeal: ${denial.appealWords}`];
  if (appealBy < today) return [`The last day to appeal was ${usDate(appealBy)}; it is over.`];
  return [`Last day to appeal: ${usDate(appealBy)}, ${String(daysBetween(today, appealBy))} days from now.`];
}
