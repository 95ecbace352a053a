import type { Session, SessionProcedure } from '../../../src/billing/records/session';
import type { Cents } from '../../../src/billing/values/cents';
import type { Day } from '../../../src/billing/values/day';

interface Written {
  date: Day;
  client?: string;
  row?: number;
  minutes?: number | null;
  codes?: string[];
  charge?: Cents | null;
  payer?: string | null;
}

/** A kept hour of massage, except for what is said. */
export function visit({
  date,
  client = 'Ana Ruiz',
  row = 2,
  minutes = 60,
  codes = ['97124'],
  ...more
}: Written): Session {
  const procedures = codes.map((code): SessionProcedure => ({
    code,
    modifiers: [],
    minutes: null,
    units: null,
  }));
  return {
    place: { sheet: 'Sessions', row, column: 1 },
    cells: {},
    date,
    client,
    minutes,
    procedures,
    diagnoses: ['M54.2'],
    payer: more.payer ?? null,
    charge: more.charge ?? null,
    paid: null,
    copay: null,
    insurancePaid: null,
    status: 'kept',
    provider: null,
    notes: null,
  };
}
