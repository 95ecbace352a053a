import { cellName } from '../cell-name';
import { procedure } from '../codes/procedures';
import { goodFaithEstimateDue } from '../deadlines/good-faith-estimate';
import type { CellPlace } from '../findings';
import { readNpi } from '../identifiers/npi';
import { readTaxId } from '../identifiers/tax-id';
import type { Client, Fee, Practice } from '../records/practice';
import { multiply, sum, ZERO, type Cents } from '../values/cents';
import { addYears, usDate, type Day } from '../values/day';
import { feeLookup } from '../visits/fees';

/** What the therapist expects to give at each visit. */
export interface ExpectedService {
  code: string;
  units: number;
}

export interface EstimateInput {
  client: Client;
  practice: Practice;
  fees: readonly Fee[];
  services: readonly ExpectedService[];
  visits: number;
  /** First and last visit expected; the last may be left open. */
  firstVisit: Day | null;
  lastVisit: Day | null;
  /** In the therapist's words: `once a week`. */
  frequency: string | null;
  bookedOn: Day | null;
  askedOn: Day | null;
  today: Day;
}

export interface EstimateLine {
  code: string;
  words: string;
  /** Per visit. */
  units: number;
  visits: number;
  /** Of a unit of a timed code, or of the service. */
  fee: Cents;
  /** units x visits x fee. */
  expected: Cents;
}

export interface Estimate {
  lines: EstimateLine[];
  perVisit: Cents;
  total: Cents;
  npi: string;
  /** The day it must be in the hands of the client; null where no day was told to count from. */
  due: Day | null;
  validUntil: Day;
  warnings: string[];
}

/** An estimate, or one sentence that names what it lacks and the cell to fill. */
export function estimateOf(
  input: EstimateInput,
): { ok: true; estimate: Estimate } | { ok: false; words: string } {
  const refused = whatLacks(input);
  if (refused !== null) return { ok: false, words: refused };
  const { practice, services, visits, today } = input;
  const npi = readNpi(practice.npi ?? '');
  const lookup = feeLookup(input.fees);
  const lines = services.map(({ code, units }): EstimateLine => {
    const answer = lookup(code, null);
    const fee = answer.kind === 'fee' ? answer.fee : ZERO;
    return {
      code,
      words: procedure(code)?.words ?? 'Service',
      units,
      visits,
      fee,
      expected: multiply(fee, units * visits),
    };
  });
  const total = sum(lines.map(({ expected }) => expected));
  const validUntil = addYears(input.firstVisit ?? today, 1);
  const due = goodFaithEstimateDue({
    bookedOn: input.bookedOn,
    serviceOn: input.firstVisit,
    askedOn: input.askedOn,
  });
  return {
    ok: true,
    estimate: {
      lines,
      perVisit: sum(lines.map(({ fee, units }) => multiply(fee, units))),
      total,
      npi: npi.ok ? npi.value : '',
      due,
      validUntil,
      warnings: warningsOf(input, due),
    },
  };
}

function whatLacks(input: EstimateInput): string | null {
  const { client, practice, services, visits, firstVisit, lastVisit } = input;
  const fill = (place: CellPlace | undefined, header: string, table: string) =>
    `fill in "${header}" in the ${table} table${place ? ` (${cellName(place)})` : ''}`;
  const npi = readNpi(practice.npi ?? '');
  if (!npi.ok) {
    return `An estimate must name the NPI: ${fill(practice.cells['npi'], 'Billing NPI', 'Practice')}. ${npi.reason}`;
  }
  const taxId = readTaxId(practice.taxId ?? '', practice.taxIdType);
  if (!taxId.ok) {
    return `An estimate must name the tax ID: ${fill(practice.cells['taxId'], 'Tax ID', 'Practice')}. ${taxId.reason}`;
  }
  if (practice.name === null) {
    return `An estimate must name the provider: ${fill(practice.cells['name'], 'Practice name', 'Practice')}.`;
  }
  if (practice.address.state === null || practice.address.street === null) {
    const key = practice.address.street === null ? 'address.street' : 'address.state';
    const header = practice.address.street === null ? 'Street' : 'State';
    return `An estimate must say where the service is given: ${fill(practice.cells[key], header, 'Practice')}.`;
  }
  if (client.birthDate === null) {
    return `An estimate must name the date of birth of ${client.name}: ${fill(client.cells['birthDate'], 'Birth date', 'Clients')}.`;
  }
  if (services.length === 0) {
    return 'Which services do you expect? Name each with its units a visit, for example 97124 x4.';
  }
  if (!Number.isInteger(visits) || visits < 1)
    return 'How many visits do you expect? Give a number from 1 on.';
  if (firstVisit !== null && lastVisit !== null) {
    if (lastVisit < firstVisit) return 'The last visit cannot be before the first one.';
    if (lastVisit > addYears(firstVisit, 1)) {
      return 'One estimate covers recurring visits for at most twelve months: make another one for the time after that.';
    }
  }
  return feeFault(input);
}

function feeFault({ services, fees }: EstimateInput): string | null {
  const lookup = feeLookup(fees);
  for (const { code, units } of services) {
    if (!(units > 0) || !Number.isInteger(units)) return `Units of ${code} are a whole number from 1 on.`;
    const answer = lookup(code, null);
    if (answer.kind === 'two') {
      const where = answer.place ? ` (${cellName(answer.place)})` : '';
      return `The Fees table has two prices for ${code}${where}: keep one.`;
    }
    if (answer.kind === 'none') {
      const empty = fees.find((row) => row.code.trim().toUpperCase() === code && row.payer === null);
      const place = empty?.cells['fee'];
      return place
        ? `There is no fee for ${code}: fill in "Fee" in the Fees table (${cellName(place)}).`
        : `There is no fee for ${code}: add a row for it to the Fees table.`;
    }
  }
  return null;
}

function warningsOf({ client, today, services }: EstimateInput, due: Day | null): string[] {
  const unknown = services.filter(({ code }) => procedure(code) === null).map(({ code }) => code);
  return [
    ...(due === null
      ? [
          'No last day to hand it over: give the day the visit was booked and its date, or the day the client asked.',
        ]
      : [`Hand it over by ${usDate(due)}${due < today ? ', which is over' : ''}.`]),
    ...(client.payer === null
      ? []
      : [
          `The Clients table names ${client.payer} for ${client.name}: an estimate is for those who pay without insurance.`,
        ]),
    ...unknown.map((code) => `No words are known for ${code}: describe it on the page.`),
  ];
}
