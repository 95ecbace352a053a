import type { Claim, ServiceLine } from '../claims/claim';
import type { CellPlace, Severity } from '../findings';
import type { Client, ColumnOf, Payer, Practice } from '../records/practice';
import { isoOf, type Day } from '../values/day';
import type { BatchIndex } from './batch-index';

/** What an edit may look at beside the claim. */
export interface ReadinessContext {
  today: Day;
  /** All claims of the file, the one that is checked included, and the lines of earlier claims. */
  index: BatchIndex;
  /** The records the claims were made from, to point at their cells; none in a file that was only read. */
  practice: Practice | null;
  payers: readonly Payer[];
  clients: readonly Client[];
  /** Whether the claims leave as a file; paper needs no payer ID. */
  electronic: boolean;
}

/** One thing that an edit found; `fill` completes its sentences. */
export interface EditHit {
  place: CellPlace | null;
  fill?: Readonly<Record<string, string>>;
}

/**
 * A test that a clearinghouse makes before it passes a claim on. STOP: it would bounce. `message` and `fix` have names
 * in braces for what each hit fills in.
 */
export interface ClaimEdit {
  id: string;
  severity: Severity;
  test: (claim: Claim, context: ReadinessContext) => EditHit[];
  message: string;
  fix: string;
  source: string;
}

/** Who tests claims so, as the sources of the table name them. */
export const TESTED_BY = {
  guide: '005010X222A1',
  stedi: 'Stedi, claim edits and repairs (stedi.com/docs/healthcare/claim-edits-and-repairs)',
  guides:
    'Rejection lists of clearinghouses: payer id, member id, name, ZIP+4, NPI, taxonomy, place, duplicate',
} as const;

export function when(found: boolean, place: CellPlace | null, fill: EditHit['fill'] = {}): EditHit[] {
  return found ? [{ place, fill }] : [];
}

/** A hit for each line that is at fault; the lines are named by date and code. */
export function eachLine(
  { lines }: Claim,
  isAtFault: (line: ServiceLine, index: number) => boolean,
  fill: (line: ServiceLine) => Readonly<Record<string, string>> = () => ({}),
): EditHit[] {
  return lines.filter(isAtFault).map((line) => ({
    place: line.sessions[0]?.place ?? null,
    fill: { line: `${line.code} on ${isoOf(line.date)}`, ...fill(line) },
  }));
}

export function practiceCell({ practice }: ReadinessContext, column: ColumnOf<Practice>): CellPlace | null {
  return practice?.cells[column] ?? null;
}

export function payerOf(claim: Claim, { payers }: ReadinessContext): Payer | null {
  return payers.find(({ name }) => name === claim.payer.name) ?? null;
}

export function payerCell(
  claim: Claim,
  context: ReadinessContext,
  column: ColumnOf<Payer>,
): CellPlace | null {
  return payerOf(claim, context)?.cells[column] ?? null;
}

/** The cell of the client with the patient's name and birth date. */
export function clientCell(
  { patient }: Claim,
  { clients }: ReadinessContext,
  column: ColumnOf<Client>,
): CellPlace | null {
  const client = clients.find(
    ({ firstName, lastName, birthDate }) =>
      firstName === patient.firstName && lastName === patient.lastName && birthDate === patient.birthDate,
  );
  return client?.cells[column] ?? null;
}
