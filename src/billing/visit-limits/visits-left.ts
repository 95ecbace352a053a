import { VisitAmounts } from '../authorizations/amounts';
import { UnreadableCells } from '../authorizations/faults';
import { isNeeded, kindOf } from '../authorizations/row';
import type { Finding } from '../findings';
import type { Client, Fee, Payer, Practice } from '../records/practice';
import { agreedPrices, type PriceOf } from '../payments/agreed-allowed';
import { labelKey } from '../values/name-key';
import { LAST_DAY, type Day } from '../values/day';
import { directoryOf, type Directory } from '../visits/directory';
import { feeLookup } from '../visits/fees';
import { authorizationLimits } from './authorization-limits';
import { caseOf, type Case } from './case';
import { emptyRows, rowsByClient, type ClientRows, type RowsInput } from './client-rows';
import { findCoverage, type Coverage, type CoverageFound } from './coverage';
import type { Limit, Obstacle, VisitsLeft } from './limit';
import { medicareLimits } from './medicare-limits';
import { planLimits } from './plan-limits';
import { runsOut, type RunsOut } from './runs-out';
import { waLniVisitLimits } from './wa-lni-visit-limits';

export interface VisitLimitsInput extends RowsInput {
  clients: readonly Client[];
  payers: readonly Payer[];
  fees: readonly Fee[];
  practice: Practice | null;
  /** Cells of the reference tables that could not be read. */
  tableFindings: readonly Finding[];
  /** Claims that do not agree with their lines, of a client or of nobody knows whom: it cannot be told what was billed. */
  registerFaults: readonly Finding[];
  today: Day;
}

export interface VisitsQuestion {
  client: string;
  /** Sessions up to this day count, and windows are judged on it. Null: all sessions, windows as of today. */
  asOf: Day | null;
  /** Null: the payer of the Clients table. */
  payer: string | null;
}

interface KnownCase {
  of: Case;
  answers: Map<Day | null, VisitsLeft>;
}

/** Answers how many visits clients have left. The workbook is sorted out once, and each client once. */
export class VisitLimits {
  private readonly directory: Directory;
  private readonly rows: ReadonlyMap<Client, ClientRows>;
  private readonly unreadable: UnreadableCells;
  private readonly amounts: VisitAmounts;
  private readonly priceOf: PriceOf;
  private readonly faults: ReadonlyMap<Client, Finding>;
  private readonly faultOfAll: Finding | undefined;
  private readonly coverages = new Map<string, CoverageFound>();
  /** By client, then by payer. */
  private readonly cases = new Map<Client, Map<string, KnownCase>>();

  constructor(private readonly input: VisitLimitsInput) {
    this.directory = directoryOf(input.clients, input.payers);
    this.rows = rowsByClient(input, this.directory);
    this.unreadable = new UnreadableCells(input.tableFindings);
    this.amounts = new VisitAmounts(feeLookup(input.fees));
    this.priceOf = agreedPrices(input.fees);
    this.faultOfAll = input.registerFaults.find(({ client }) => client === undefined);
    this.faults = new Map(
      input.registerFaults.flatMap((finding) =>
        this.directory.clients(finding.client ?? '').map((client) => [client, finding]),
      ),
    );
  }

  /** When the limit that binds runs out, at the pace of the booked and usual sessions. */
  runsOut(client: string, payer: string | null): RunsOut {
    const answer = this.visitsLeft({ client, asOf: null, payer });
    const found = findCoverage(client, payer, this.directory, (row) =>
      payersOf(this.rows.get(row) ?? emptyRows()),
    );
    if (!found.ok) return { outcome: 'not-available', words: found.words };
    const { visits } = this.caseOf(found.coverage).of;
    const booked = this.rows.get(found.coverage.client)?.booked ?? [];
    return runsOut(answer, {
      held: visits.map(({ date }) => date),
      booked: booked.map(({ date }) => date),
      today: this.input.today,
    });
  }

  visitsLeft({ client, asOf, payer }: VisitsQuestion): VisitsLeft {
    const key = JSON.stringify([client, payer]);
    const payersOfRows = (row: Client): string[] => payersOf(this.rows.get(row) ?? emptyRows());
    const found = this.coverages.get(key) ?? findCoverage(client, payer, this.directory, payersOfRows);
    this.coverages.set(key, found);
    if (!found.ok) return { outcome: 'not-available', words: found.words };
    const fault = this.faults.get(found.coverage.client) ?? this.faultOfAll;
    if (fault) return { outcome: 'fault', words: `${fault.message} ${fault.fix}` };
    const known = this.caseOf(found.coverage);
    const answer = known.answers.get(asOf) ?? this.answer(known, asOf);
    known.answers.set(asOf, answer);
    return answer;
  }

  private caseOf(coverage: Coverage): KnownCase {
    const ofClient = this.cases.get(coverage.client) ?? new Map<string, KnownCase>();
    this.cases.set(coverage.client, ofClient);
    const key = labelKey(coverage.payerName ?? '');
    const made = ofClient.get(key) ?? {
      of: caseOf(coverage, this.rows.get(coverage.client) ?? emptyRows(), this.directory, {
        unreadable: this.unreadable,
        practice: this.input.practice,
      }),
      answers: new Map<Day | null, VisitsLeft>(),
    };
    ofClient.set(key, made);
    return made;
  }

  private answer({ of }: KnownCase, asOf: Day | null): VisitsLeft {
    const { client, payer } = of;
    const day = asOf ?? this.input.today;
    const upTo = asOf ?? LAST_DAY;
    const visits = of.visits.filter(({ date }) => date <= upTo);
    const authorized = authorizationLimits(of, day, upTo, this.amounts);
    const plan = planLimits(of.benefits, visits, client, payer, { asOf: day, today: this.input.today });
    const gate = of.isWashingtonLni ? waLniVisitLimits(visits, client, authorized) : [];
    const { amounts, priceOf } = this;
    const { today } = this.input;
    const medicare = medicareLimits({
      benefits: of.benefits,
      visits,
      payer,
      asOf: day,
      today,
      amounts,
      priceOf,
    });

    const obstacles = [...of.faults, ...authorized.obstacles, ...plan.obstacles, ...medicare.obstacles];
    const fault = obstacles.find(({ kind }) => kind === 'fault');
    if (fault) return { outcome: 'fault', words: fault.words };
    const known = [...authorized.known, ...plan.known, ...gate, ...medicare.known];
    const [first, ...others] = known;
    if (!first) return { outcome: 'not-available', words: noLimit(of, obstacles) };
    const doubt = of.doubts.find(({ date }) => couldCount(date, asOf, known));
    if (doubt) return { outcome: 'fault', words: doubt.words };
    const binding = others.reduce((least, limit) => (limit.left < least.left ? limit : least), first);
    return { outcome: 'known', left: binding.left, binding, unknown: unknownWords(of, obstacles) };
  }
}

function payersOf({ authorizations, benefits }: ClientRows): string[] {
  return [...authorizations, ...benefits].flatMap(({ payer }) => payer ?? []);
}

/** Whether a visit on a date would change what is left. */
function couldCount(date: Day | null, asOf: Day | null, limits: readonly Limit[]): boolean {
  if (date === null) return true;
  if (asOf !== null && date > asOf) return false;
  return limits.some(({ parts }) => parts.some(({ from }) => (from ?? -Infinity) <= date));
}

function noLimit(of: Case, obstacles: readonly Obstacle[]): string {
  const unknown = unknownWords(of, obstacles);
  if (unknown.length > 0) return unknown.join(' ');
  const under = of.payerName === null ? '' : ` under ${of.payerName}`;
  return `No limit is known for ${of.client.name}${under}: write it in the Authorizations or Benefits table.`;
}

/** Limits that cannot be told, and an authorization that the payer asks for and that is not in the table. */
function unknownWords({ payer, client, authorizations }: Case, obstacles: readonly Obstacle[]): string[] {
  const words = obstacles.map((obstacle) => obstacle.words);
  const isThere = authorizations.some((row) => kindOf(row) === 'authorization');
  if (payer && isNeeded('authorization', payer) === true && !isThere) {
    words.push(
      `${payer.name} pays only what it authorized, and the Authorizations table has nothing for ${client.name}.`,
    );
  }
  return words;
}
