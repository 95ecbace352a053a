import type { Finding, Severity } from '../findings';
import { parseIso, usDate, type Day } from '../values/day';
import type { CheckedVisit } from './checked-visit';
import type { RuleContext } from './context';
import type { Fill, Hit, Rule } from './rule';
import { RULES } from './rule-table';

const WORST_FIRST: readonly Severity[] = ['STOP', 'WARN', 'NOTE'];

/** Everything that the rules find about a visit, worst first, then in the order of the table. */
export function checkVisit(
  visit: CheckedVisit,
  context: RuleContext,
  rules: readonly Rule[] = RULES,
): Finding[] {
  const findings = rules
    .filter((rule) => holdsOn(rule, visit.date))
    .flatMap((rule) => rule.test(visit, context).map((hit) => findingOf(rule, hit, visit)));
  return WORST_FIRST.flatMap((severity) => findings.filter((finding) => finding.severity === severity));
}

function holdsOn({ since, until }: Rule, day: Day): boolean {
  return (since === undefined || day >= dayNumber(since)) && (until === undefined || day <= dayNumber(until));
}

/** The dates of the table are few and asked for with every visit. */
const dayNumbers = new Map<string, Day>();

function dayNumber(iso: string): Day {
  const day = dayNumbers.get(iso) ?? parseIso(iso);
  if (day === null) throw new RangeError(`${iso} is not a date`);
  dayNumbers.set(iso, day);
  return day;
}

function findingOf(rule: Rule, hit: Hit, visit: CheckedVisit): Finding {
  const { place, fill = {}, about = rule.about } = hit;
  const { clientName, date } = visit;
  const words = filled(rule.message, fill);
  const of = about === undefined ? `${clientName ?? ''} on ${usDate(date)}: ` : `${clientName ?? ''}: `;
  const name = clientName === null || rule.about !== undefined ? '' : of;
  return {
    rule: rule.id,
    severity: rule.severity,
    place,
    message: name + words,
    fix: filled(rule.fix, fill),
    source: filled(rule.source, fill),
    ...(clientName === null || about === 'payer' || about === 'practice' ? {} : { client: clientName }),
    ...(about === undefined ? { date } : {}),
  };
}

function filled(sentence: string, fill: Fill): string {
  return sentence.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = Object.hasOwn(fill, name) ? fill[name] : undefined;
    if (text === undefined) throw new RangeError(`nothing fills {${name}} in "${sentence}"`);
    return text;
  });
}
