import { procedure } from '../../billing/codes/procedures';
import type { Fee } from '../../billing/records/practice';
import type { Session, SessionProcedure } from '../../billing/records/session';
import { KnownServices, type ServiceRead } from '../../billing/services/known-services';
import type { WhoPays } from '../../billing/visits/who-pays';
import { keyOf, type RowQuestion } from './row-question';

type Answers = ReadonlyMap<string, string>;

const SOURCE = 'NUCC 1500 manual, item 24D; 837P 2400 SV101-2: a service is billed by its code';
const MAX_OFFERED = 6;

/** The services that the Fees table knows, and those that were answered. */
export function knownServices(fees: readonly Fee[], answers: Answers): KnownServices {
  return new KnownServices(
    fees,
    (name) => procedure(answers.get(keyOf('service', name)) ?? '')?.code ?? null,
  );
}

/** The sessions with the codes of the services that they name instead ("massage 90"), where these are known. */
export function withNamedServices(sessions: readonly Session[], services: KnownServices): Session[] {
  return sessions.map((session) => {
    if (session.named === undefined) return session;
    const procedures = proceduresOf(session.named, services);
    return procedures === null ? session : { ...session, procedures };
  });
}

/** Null where the service, or whose the modifiers and units beside it are, is not known. */
function proceduresOf(
  { text, modifiers, units }: NonNullable<Session['named']>,
  services: KnownServices,
): SessionProcedure[] | null {
  const read = services.read(text);
  if (read.kind !== 'known') return null;
  const [only, second] = read.procedures;
  if (second && (modifiers.length > 0 || units !== null)) return null;
  if (!only || second) return read.procedures.map((each) => ({ ...each }));
  if (only.units !== null && units !== null && only.units !== units) return null;
  return [{ ...only, modifiers: [...modifiers], units: units ?? only.units }];
}

/** Asks which code a service is that the Fees table does not know; a client who pays cash needs none. */
export function namedServiceQuestion(
  { named, procedures }: Session,
  who: WhoPays,
  services: KnownServices,
  fees: readonly Fee[],
): RowQuestion | null {
  if (named === undefined || procedures.length > 0 || (who.kind === 'client' && who.why === 'cash'))
    return null;
  const { text } = named;
  const read = services.read(text);
  if (read.kind === 'known') return notTold(text);
  return read.kind === 'unknown' ? unknown(read, text, fees) : oddNumber(read.number, text);
}

function unknown(
  { name, codes }: ServiceRead & { kind: 'unknown' },
  service: string,
  fees: readonly Fee[],
): RowQuestion {
  const offered = [...new Set([...codes, ...fees.map(({ code }) => code.trim().toUpperCase())])];
  const knownOnes = offered.flatMap((code) => procedure(code) ?? []).slice(0, MAX_OFFERED);
  const why =
    codes.length > 1
      ? `the Fees table has that word for ${codes.join(' and ')}`
      : 'the Fees table does not say which code that is';
  return {
    rule: 'session-service-unknown',
    key: keyOf('service', name),
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'writes' : 'write'} "${service}" where a code belongs, and ${why}.`,
    fix: `Say which code it is, or write "${name}" under "Also written" in the Fees table, beside its code.`,
    source: SOURCE,
    answers: knownOnes.map(({ code, words }) => ({ value: code, words: `${code}: ${words}` })),
    cell: ({ cells, place }) => cells.cpt ?? place,
  };
}

function notTold(service: string): RowQuestion {
  return {
    rule: 'session-service-units-unclear',
    key: keyOf('service-units', service),
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'writes' : 'write'} "${service}", and the units or modifiers beside it do not go with that.`,
    fix: 'Write the codes with the units and modifiers of each, e.g. 97124 x2; 97140-59 x1.',
    source: SOURCE,
    answers: [],
    cell: ({ cells, place }) => cells.cpt ?? place,
  };
}

function oddNumber(number: number, service: string): RowQuestion {
  return {
    rule: 'session-service-number-unclear',
    key: keyOf('service-number', service),
    message: (rows, isOne) =>
      `${rows} ${isOne ? 'writes' : 'write'} "${service}", and ${String(number)} could be minutes or units.`,
    fix: `Write ${String(number)} min or x${String(number)}.`,
    source: SOURCE,
    answers: [],
    cell: ({ cells, place }) => cells.cpt ?? place,
  };
}
