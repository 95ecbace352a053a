import type { Accident, Claim, ServiceLine } from '../../billing/claims/claim';
import type { Address, PayerKind, Relationship } from '../../billing/records/practice';
import { centsOf, ZERO, type Cents } from '../../billing/values/cents';
import { FIRST_DAY, parseIso, type Day } from '../../billing/values/day';
import { faultAt, type Fault } from '../segments/fault';
import type { Segment } from '../segments/segment';
import { RELATED_CAUSE } from './claim-values';
import type { SentClaim } from './sent-claim';

/** Filing codes (SBR09) of the kinds of payer; every other code is a commercial plan. */
const KIND_OF_FILING_CODE: ReadonlyMap<string, PayerKind> = new Map(
  Object.entries({
    AM: 'auto',
    WC: 'workers-comp',
    VA: 'va',
    MA: 'medicare',
    MB: 'medicare',
    '16': 'medicare',
    MC: 'medicaid',
  }),
);
const RELATIONSHIP: ReadonlyMap<string, Relationship> = new Map(
  Object.entries({ '01': 'spouse', '19': 'child' }),
);

/**
 * The values of a claim that was sent, as our own claim. What a file does not carry is null or empty: minutes,
 * sessions, credentials, the address and birth date of a policy holder who is not the patient. Null when a value is
 * missing that no claim can do without.
 */
export function claimOf(sent: SentClaim, faults: Fault[]): Claim | null {
  const reader = new Reader(sent, faults);
  const claim = reader.claim();
  return reader.isWhole ? claim : null;
}

class Reader {
  isWhole = true;

  constructor(
    private readonly sent: SentClaim,
    private readonly faults: Fault[],
  ) {}

  claim(): Claim {
    const { sent } = this;
    const clm = sent.find('2300', 'CLM');
    const subscriber = sent.find('2010BA', 'NM1');
    const ofPatient = sent.find('2000C', 'HL') ? '2010CA' : '2010BA';
    const patient = this.needed(sent.find(ofPatient, 'NM1'), 'the name of the patient');
    const demographics = this.needed(sent.find(ofPatient, 'DMG'), 'birth date and sex of the patient');
    const isEmployer = subscriber?.element(2) === '2';
    const person = {
      firstName: patient?.element(4) ?? '',
      lastName: patient?.element(3) ?? '',
      middleInitial: patient?.element(5) || null,
      birthDate: this.day(demographics, 2) ?? FIRST_DAY,
      sex: sexOf(demographics),
      address: this.address(ofPatient),
    };
    const isOwn = ofPatient === '2010BA';
    const filingCode = sent.find('2000B', 'SBR')?.element(9) || null;
    const lines = sent.lines.map((line) => this.line(line));
    const frequency = clm?.component(5, 3);
    return {
      account: sent.account,
      payer: {
        name: sent.find('2010BB', 'NM1')?.element(3) ?? '',
        kind: KIND_OF_FILING_CODE.get(filingCode ?? '') ?? 'commercial',
        payerId: sent.find('2010BB', 'NM1')?.element(9) || null,
        address: this.address('2010BB'),
        filingCode,
      },
      billing: this.billing(),
      rendering: this.rendering(),
      patient: { ...person, phone: sent.find(ofPatient, 'PER')?.element(4) || null },
      subscriber: {
        firstName: isEmployer ? '' : (subscriber?.element(4) ?? ''),
        lastName: isEmployer ? '' : (subscriber?.element(3) ?? ''),
        middleInitial: isEmployer ? null : subscriber?.element(5) || null,
        birthDate: isOwn ? person.birthDate : null,
        sex: isOwn ? person.sex : null,
        address: isOwn ? person.address : NO_ADDRESS,
        memberId: subscriber?.element(9) ?? '',
        groupNumber: sent.find('2000B', 'SBR')?.element(3) || null,
        planName: sent.find('2000B', 'SBR')?.element(4) || null,
      },
      relationship: isOwn
        ? 'self'
        : (RELATIONSHIP.get(sent.find('2000C', 'PAT')?.element(1) ?? '') ?? 'other'),
      accident: this.accident(clm),
      propertyCasualtyClaimNumber: sent.find(ofPatient, 'REF', 'Y4')?.element(2) || null,
      employer: isEmployer ? subscriber.element(3) : null,
      onsetDate: this.date('431'),
      referring: this.referring(),
      priorAuthorization: sent.find('2300', 'REF', 'G1')?.element(2) || null,
      diagnoses: this.diagnoses(),
      lines,
      placeOfService: clm?.component(5, 1) ?? '',
      acceptsAssignment: clm?.element(7) === 'A',
      releaseSigned: clm?.element(9) === 'Y',
      benefitsAssigned: clm?.element(8) === 'Y',
      total: this.cents(clm, 2),
      amountPaid: this.optionalCents(sent.find('2300', 'AMT', 'F5'), 2),
      frequency: frequency === '7' || frequency === '8' ? frequency : '1',
      originalReference: sent.find('2300', 'REF', 'F8')?.element(2) || null,
    };
  }

  private billing(): Claim['billing'] {
    const { sent } = this;
    const name = this.needed(sent.find('2010AA', 'NM1'), 'the billing provider');
    const isPerson = name?.element(2) === '1';
    const lastName = name?.element(3) ?? '';
    const firstName = name?.element(4) ?? '';
    const taxId = sent.find('2010AA', 'REF', 'EI') ?? sent.find('2010AA', 'REF', 'SY');
    return {
      entity: isPerson ? 'person' : 'organization',
      name: isPerson ? `${firstName} ${lastName}`.trim() : lastName,
      firstName: isPerson ? firstName : null,
      lastName: isPerson ? lastName : null,
      npi: name?.element(9) ?? '',
      taxId: taxId?.element(2) ?? '',
      taxIdType: taxId?.element(1) === 'SY' ? 'SSN' : 'EIN',
      taxonomy: sent.find('2000A', 'PRV')?.element(3) || null,
      address: this.address('2010AA'),
      phone: sent.find('2010AA', 'PER')?.element(4) || null,
    };
  }

  /** Without a loop of its own the rendering provider is the billing provider. */
  private rendering(): Claim['rendering'] {
    const name = this.sent.find('2310B', 'NM1') ?? this.sent.find('2010AA', 'NM1');
    const taxonomy = this.sent.find(this.sent.find('2310B', 'NM1') ? '2310B' : '2000A', 'PRV');
    return {
      firstName: name?.element(4) ?? '',
      lastName: name?.element(3) ?? '',
      credentials: null,
      npi: name?.element(9) ?? '',
      taxonomy: taxonomy?.element(3) || null,
    };
  }

  private referring(): Claim['referring'] {
    const name = this.sent.find('2310A', 'NM1', 'DN');
    if (!name) return null;
    return {
      firstName: name.element(4),
      lastName: name.element(3),
      credentials: null,
      npi: name.element(9) || null,
    };
  }

  private accident(clm: Segment | null): Accident | null {
    const kind = (['auto', 'work', 'other'] as const).find((one) =>
      [1, 2, 3].some((part) => clm?.component(11, part) === RELATED_CAUSE[one]),
    );
    const date = this.date('439');
    if (!clm || kind === undefined || date === null) return null;
    return { kind, date, state: clm.component(11, 4) || null };
  }

  private diagnoses(): string[] {
    return this.sent
      .all('2300', 'HI')
      .flatMap((segment) =>
        Array.from({ length: segment.length }, (_, index) => segment.components(index + 1)),
      )
      .filter(([qualifier = '']) => /^(ABK|ABF|BK|BF)$/.test(qualifier))
      .map(([qualifier = '', code = '']) => (qualifier.startsWith('AB') ? pointed(code) : code));
  }

  private line(line: SentClaim): ServiceLine {
    const service = this.needed(line.find('2400', 'SV1'), 'the service of a line');
    const date = this.needed(line.find('2400', 'DTP', '472'), 'the date of a service');
    const [, code = '', ...modifiers] = service?.components(1) ?? [];
    return {
      control: line.find('2400', 'REF', '6R')?.element(2) ?? '',
      date: this.day(date, 3) ?? FIRST_DAY,
      code,
      modifiers: modifiers.slice(0, 4).filter((modifier) => modifier !== ''),
      pointers: (service?.components(7) ?? []).filter((pointer) => pointer !== '').map(Number),
      charge: this.cents(service, 2),
      units: Number(service?.element(4) ?? 0),
      minutes: null,
      sessions: [],
    };
  }

  private address(loop: string): Address {
    const street = this.sent.find(loop, 'N3');
    const city = this.sent.find(loop, 'N4');
    const zip = city?.element(3) ?? '';
    return {
      street: street?.element(1) || null,
      city: city?.element(1) || null,
      state: city?.element(2) || null,
      zip: zip.length === 9 ? `${zip.slice(0, 5)}-${zip.slice(5)}` : zip || null,
    };
  }

  private date(qualifier: string): Day | null {
    const segment = this.sent.find('2300', 'DTP', qualifier);
    return segment ? this.day(segment, 3) : null;
  }

  /** A date D8, or the first of a range RD8. */
  private day(segment: Segment | null, element: number): Day | null {
    if (!segment) return null;
    const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})/.exec(segment.element(element)) ?? [];
    const read = parseIso(`${year}-${month}-${day}`);
    if (read === null) this.unreadable(segment, element, 'a date');
    return read;
  }

  private cents(segment: Segment | null, element: number): Cents {
    if (!segment) return ZERO;
    const read = centsOf(segment.element(element));
    if (read === null) this.unreadable(segment, element, 'an amount');
    return read ?? ZERO;
  }

  private optionalCents(segment: Segment | null, element: number): Cents {
    return segment ? this.cents(segment, element) : ZERO;
  }

  private needed(segment: Segment | null, what: string): Segment | null {
    if (!segment) {
      this.isWhole = false;
      const clm = this.sent.find('2300', 'CLM') ?? this.sent.segments[0]?.segment;
      if (clm)
        this.faults.push(faultAt('value-missing', clm, `The claim ${this.sent.account} lacks ${what}`));
    }
    return segment;
  }

  private unreadable(segment: Segment, element: number, what: string): void {
    this.isWhole = false;
    const name = `${segment.id}${String(element).padStart(2, '0')}`;
    const words = `"${segment.element(element)}" in ${name} of the claim ${this.sent.account} is not ${what}`;
    this.faults.push(faultAt('value-unreadable', segment, words));
  }
}

const NO_ADDRESS: Address = { street: null, city: null, state: null, zip: null };

function sexOf(demographics: Segment | null): 'M' | 'F' | 'U' {
  const sex = demographics?.element(3);
  return sex === 'M' || sex === 'F' ? sex : 'U';
}

/** `M5450` is `M54.50`. */
function pointed(code: string): string {
  return code.length > 3 ? `${code.slice(0, 3)}.${code.slice(3)}` : code;
}
