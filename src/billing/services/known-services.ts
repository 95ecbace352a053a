import { plainText } from '../identifiers/reading';
import type { Fee } from '../records/practice';
import type { SessionProcedure } from '../records/session';
import { labelKey } from '../values/name-key';
import { SERVICES } from './services';
import { serviceWritten } from './written';

/** What a service in a code cell stands for. */
export type ServiceRead =
  | { kind: 'known'; procedures: SessionProcedure[] }
  /** Nobody said which code; `codes` are those that it may be. */
  | { kind: 'unknown'; name: string; codes: string[] }
  /** The name is known, the number beside it is not. */
  | { kind: 'odd number'; number: number };

/** Codes of the Fees table by the user's own words for them ("Also written"). */
export class KnownServices {
  private readonly codes = new Map<string, Set<string>>();
  private readonly reads = new Map<string, ServiceRead>();

  /** `answered` gives the code that the user named for a service. */
  constructor(
    fees: readonly Pick<Fee, 'code' | 'aliases'>[],
    private readonly answered: (name: string) => string | null = () => null,
  ) {
    for (const { code, aliases } of fees) {
      for (const alias of aliases) {
        const key = labelKey(alias);
        if (key !== '') this.codes.set(key, (this.codes.get(key) ?? new Set()).add(plainText(code)));
      }
    }
  }

  /** "massage 90" is its code and 90 minutes; "massage + cupping" is both. */
  read(text: string): ServiceRead {
    const before = this.reads.get(text) ?? this.readAnew(text);
    this.reads.set(text, before);
    return before;
  }

  private readAnew(text: string): ServiceRead {
    const whole = this.one(text);
    if (whole.kind === 'known') return whole;
    const parts = text.split(/\s*[+,;&/\n]\s*|\s+(?:and|y|et)\s+/i).filter((part) => part.trim() !== '');
    if (parts.length < 2) return whole;
    const reads = parts.map((part) => this.one(part));
    const procedures = reads.flatMap((read) => (read.kind === 'known' ? read.procedures : []));
    return reads.every(({ kind }) => kind === 'known') ? { kind: 'known', procedures } : whole;
  }

  private one(text: string): ServiceRead {
    const written = serviceWritten(text);
    const name = written?.name ?? text.trim();
    // "massage 90" may itself be a word of the Fees table, with a price of its own.
    const codes = this.codesOf(text) ?? this.codesOf(name) ?? [];
    const [code, second] = codes;
    if (code === undefined || second !== undefined)
      return { kind: 'unknown', name, codes: codes.length > 0 ? codes : ofOurs(name) };
    if (written?.odd != null && !this.codes.has(labelKey(text)))
      return { kind: 'odd number', number: written.odd };
    const procedure = {
      code,
      modifiers: [],
      minutes: written?.minutes ?? null,
      units: written?.units ?? null,
    };
    return { kind: 'known', procedures: [procedure] };
  }

  private codesOf(name: string): string[] | null {
    const answer = this.answered(name);
    if (answer !== null) return [answer];
    const known = this.codes.get(labelKey(name));
    return known === undefined ? null : [...known];
  }
}

/** What the word is in the field's own language: offered, never taken. */
function ofOurs(name: string): string[] {
  const key = labelKey(name);
  return SERVICES.flatMap((service) =>
    'code' in service && service.names.some((each) => labelKey(each) === key) ? [service.code] : [],
  );
}
