import type {
  Remittance,
  RemittanceClaim,
  RemittanceFault,
} from '../../billing/payments/remittance/remittance';
import { EnvelopeWalk } from '../segments/envelopes';
import type { Fault } from '../segments/fault';
import type { Transaction } from '../segments/interchange';
import type { Segment } from '../segments/segment';
import { SegmentSplitter } from '../segments/split-segments';
import { placeOf } from './segment-values';
import { TransactionReader, type RemittanceEvent } from './transaction-reader';

export type { RemittanceEvent };

/** What other transactions are, for somebody who chose the wrong file. */
const OTHER_FILES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '837': 'a claim file (837), which goes to the payer',
    '999': 'an acknowledgement (999) that a claim file could be read',
    '277': 'a report on claims (277CA), without payments',
    '271': "an answer about a client's coverage (271)",
    '820': 'a premium payment (820)',
  }),
);

/**
 * Reads 835 transactions from a file that comes in pieces and tells them claim by claim, so that memory stays flat
 * however large the file is. Never throws: what is wrong with the file is told as faults, all of them.
 */
export async function* readRemittances(
  pieces: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<RemittanceEvent, void, undefined> {
  const reader = new RemittanceReader();
  for await (const piece of pieces) yield* reader.push(piece);
  yield* reader.end();
}

/** All remittances of one file, with the faults that belong to none of them. */
export interface RemittanceFile {
  remittances: Remittance[];
  faults: RemittanceFault[];
}

/** The same for a file that is in memory. */
export function readRemittanceFile(text: string): RemittanceFile {
  const reader = new RemittanceReader();
  return remittancesOf([...reader.push(text), ...reader.end()]);
}

/** Puts what was read claim by claim together again. */
export function remittancesOf(events: Iterable<RemittanceEvent>): RemittanceFile {
  const remittances: Remittance[] = [];
  const faults: RemittanceFault[] = [];
  let claims: RemittanceClaim[] = [];
  for (const event of events) {
    if (event.kind === 'fault') faults.push(event.fault);
    else if (event.kind === 'claim') claims.push(event.claim);
    else if (event.kind === 'end') {
      remittances.push({ header: event.header, claims, end: event.end });
      claims = [];
    }
  }
  return { remittances, faults };
}

class RemittanceReader {
  private readonly faults: Fault[] = [];
  private readonly splitter = new SegmentSplitter(this.faults);
  private readonly walk = new EnvelopeWalk(this.faults, false);
  private readonly otherKinds = new Set<string>();
  private transaction: Transaction | null = null;
  private reader: TransactionReader | null = null;
  private last: Segment | null = null;
  private remittances = 0;

  push(piece: string): RemittanceEvent[] {
    const events: RemittanceEvent[] = [];
    for (const segment of this.splitter.push(piece)) this.take(segment, events);
    this.drain(events);
    return events;
  }

  end(): RemittanceEvent[] {
    const events: RemittanceEvent[] = [];
    for (const segment of this.splitter.end()) this.take(segment, events);
    this.walk.end(this.splitter.isCut);
    this.leave(false, events);
    this.drain(events);
    if (this.last && this.remittances === 0 && this.otherKinds.size === 0) {
      const words = 'The file holds no remittance (835): there is no ST*835 segment in it.';
      events.push({ kind: 'fault', fault: { words, at: null } });
    }
    return events;
  }

  private take(segment: Segment, events: RemittanceEvent[]): void {
    this.walk.take(segment);
    const open = this.walk.openTransaction;
    if (open !== this.transaction) {
      this.leave(segment.id === 'SE', events);
      if (open) this.enter(open, segment, events);
    }
    this.last = segment;
    this.reader?.take(segment, (event) => events.push(event));
  }

  private enter(transaction: Transaction, st: Segment, events: RemittanceEvent[]): void {
    const interchange = this.walk.openInterchange;
    this.transaction = transaction;
    if (transaction.kind === '835' && interchange) {
      this.remittances += 1;
      this.reader = new TransactionReader(st, interchange);
      return;
    }
    if (this.otherKinds.has(transaction.kind)) return;
    this.otherKinds.add(transaction.kind);
    const what =
      OTHER_FILES.get(transaction.kind) ?? `something else (${transaction.kind || 'without a number'})`;
    const words = `This is ${what}, not a remittance (835).`;
    events.push({ kind: 'fault', fault: { words, at: placeOf(st) } });
  }

  private leave(isComplete: boolean, events: RemittanceEvent[]): void {
    if (this.reader && this.last) this.reader.end(this.last, isComplete, (event) => events.push(event));
    this.reader = null;
    this.transaction = null;
  }

  private drain(events: RemittanceEvent[]): void {
    for (const { words, place } of this.faults.splice(0)) {
      const at = place === null ? null : { segment: place.number, line: place.line };
      events.push({ kind: 'fault', fault: { words, at } });
    }
  }
}
