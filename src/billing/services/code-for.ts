import { takesMinutes, needsMinutes } from '../codes/counting';
import { addOnsOf, procedure, rungsOf, type Procedure } from '../codes/procedures';
import { plainText } from '../identifiers/reading';
import type { Fee } from '../records/practice';
import { countUnits } from '../units/count-units';
import { rungAt } from '../units/alone';
import { closeNames, labelKey } from '../values/name-key';
import { SERVICES } from './services';
import { serviceNamed } from './words';

/** A word of the user's own for a code; of several codes of one ladder the minutes choose. */
export interface OwnService {
  name: string;
  code: string;
}

/** Words for services as the Fees table has them. */
export function ownServices(fees: readonly Pick<Fee, 'code' | 'aliases'>[]): OwnService[] {
  return fees.flatMap(({ code, aliases }) => aliases.map((name) => ({ name, code })));
}

/** The codes with their units, or the sentence that says why there are none. */
export type CodesFor = { ok: true; codes: { code: string; units: number }[] } | { ok: false; words: string };

const MINUTES_A_DAY = 1440;
/** Shorter words are near to anything. */
const LEAST_LETTERS = 4;

/** The code, with its add-on, that so many minutes of a service are. The user's own words go before ours. */
export function codeFor(service: string, minutes: number | null, own: readonly OwnService[] = []): CodesFor {
  if (minutes !== null && minutes > MINUTES_A_DAY) {
    return refused(`${minutes} minutes are more than a day has.`);
  }
  const meant = codesMeant(service, own);
  if (!meant.ok) return meant;
  const [code, second] = meant.codes;
  const known = code === undefined ? null : procedure(code);
  if (!known) return refused(`"${code ?? ''}" is not a procedure code known here.`);
  const { counting } = known;
  if (counting.kind === 'ladder')
    return onLadder(service, counting.ladder, minutes, second ? null : known.code);
  if (second !== undefined) {
    return refused(`"${service.trim()}" stands for ${meant.codes.join(' and ')}: write the code.`);
  }
  return ofCode(known, minutes);
}

function codesMeant(
  service: string,
  own: readonly OwnService[],
): { ok: true; codes: string[] } | { ok: false; words: string } {
  const key = labelKey(service);
  const users = own.filter(({ name }) => labelKey(name) === key).map(({ code }) => plainText(code));
  if (users.length > 0) return { ok: true, codes: [...new Set(users)] };
  const code = plainText(service);
  if (procedure(code)) return { ok: true, codes: [code] };
  const known = serviceNamed(service);
  if (!known) {
    const names = [...own.map(({ name }) => name), ...SERVICES.flatMap((each) => each.names)];
    const close = closeNames(service, names)
      .filter((name) => labelKey(name).length >= LEAST_LETTERS)
      .slice(0, 1)
      .map((name) => `"${name}"`);
    const hint =
      close.length > 0
        ? `: did you mean ${close.join('')}?`
        : ': write its code, or a word under "Also written" in the Fees table.';
    return refused(`"${service.trim()}" is no service known here${hint}`);
  }
  if ('ask' in known) return refused(known.ask);
  if ('code' in known) return { ok: true, codes: [known.code] };
  return { ok: true, codes: rungsOf(known.ladder).map((rung) => rung.code) };
}

function onLadder(service: string, ladder: string, minutes: number | null, only: string | null): CodesFor {
  if (minutes === null) {
    return only ? one(only) : refused(`The minutes choose the code of "${service.trim()}": give them.`);
  }
  const rung = rungAt(ladder, minutes);
  if (rung) return one(rung.code);
  const lowest = rungsOf(ladder)[0];
  const from = lowest?.counting.kind === 'ladder' ? lowest.counting.from : 0;
  return refused(
    `${minutes} minutes make no code: ${lowest?.code ?? ''}, the shortest of its kind, begins at ${from}.`,
  );
}

function ofCode({ code, counting }: Procedure, minutes: number | null): CodesFor {
  if (minutes === null && needsMinutes(counting.kind)) {
    return refused(`${code} is billed by time: give the minutes.`);
  }
  const [next] = addOnsOf(code).filter((each) => each.counting.kind === 'add-on');
  const asked = counting.kind === 'first' && next && minutes !== null;
  const items = [{ code, minutes }, ...(asked ? [{ code: next.code, minutes: 0 }] : [])];
  const outcome = countUnits(items, 'CMS');
  if (!outcome.ok) return refused(outcome.reason);
  const codes = outcome.visit.codes.filter(({ units }) => units > 0);
  if (codes.length === 0) {
    const begins = takesMinutes(counting.kind) ? `: it begins at ${leastMinutes(code)}` : '';
    return refused(`${minutes ?? 0} minutes of ${code} make no unit${begins}.`);
  }
  return { ok: true, codes: codes.map((each) => ({ code: each.code, units: each.units })) };
}

/** The least minutes that make a unit of a code alone. */
function leastMinutes(code: string): number {
  let minutes = 0;
  for (; minutes < MINUTES_A_DAY; minutes++) {
    const outcome = countUnits([{ code, minutes }], 'CMS');
    if (outcome.ok && outcome.visit.total > 0) break;
  }
  return minutes;
}

const one = (code: string): CodesFor => ({ ok: true, codes: [{ code, units: 1 }] });

function refused(words: string): { ok: false; words: string } {
  return { ok: false, words };
}
