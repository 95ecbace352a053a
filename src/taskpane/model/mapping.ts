import type { SessionsOverview } from '../../actions/overview/overview';
import type { SessionField } from '../../billing/records/session';
import { FIELD_NAMES } from '../../workbook/sessions/mapping/field-names';
import { NO_COLUMN } from '../../workbook/sessions/mapping/overrides';

/** One line of the mapping: a field, the column it is read from, and how sure that is. */
export interface MappingLine {
  field: SessionField;
  /** "Date of service". */
  label: string;
  /** What the select shows: a header, headers joined with " + ", or NO_COLUMN. */
  value: string;
  options: { value: string; label: string }[];
  /** The confidence in words. */
  sure: Sureness;
  evidence: string;
  /** The question to answer, where there is one. */
  question: string | null;
  needed: boolean;
}

export type Sureness =
  'Chosen by you' | 'Sure' | 'Likely' | 'Please check' | 'Please answer' | 'Not in the sheet';

const SURE = 0.85;
const LIKELY = 0.6;

/** In the order in which a therapist reads a row. */
const ORDER: readonly SessionField[] = [
  'date', 'client', 'minutes', 'start', 'end', 'cpt', 'service', 'units', 'modifiers', 'dx', 'payer', 'charge', 'paid', 'copay', 'insurance_paid', 'status', 'billed', 'place', 'provider', 'assistant', 'notes',
]; // prettier-ignore

/** Questions first, then what was found; fields that the sheet does not have come last and may be hidden. */
export function mappingLines({ mapping, columns, rivals }: SessionsOverview): {
  questions: MappingLine[];
  found: MappingLine[];
  absent: MappingLine[];
} {
  const lines = { questions: [], found: [], absent: [] } as Record<
    'questions' | 'found' | 'absent',
    MappingLine[]
  >;
  if (!mapping || mapping.marks !== null || rivals.length > 0) return lines;
  for (const field of ORDER) {
    const mapped = mapping.fields[field];
    const unsure = mapping.unsure.find((one) => one.field === field);
    const value = mapped ? mapped.columns.join(' + ') : NO_COLUMN;
    const asks = unsure !== undefined && (unsure.needed || unsure.candidates.length > 0);
    const line: MappingLine = {
      field,
      label: capital(FIELD_NAMES[field].replace(/^the /, '')),
      value,
      options: options(columns, value, unsure?.candidates ?? []),
      sure: mapped
        ? sureness(mapped.confidence, mapped.evidence)
        : asks
          ? 'Please answer'
          : 'Not in the sheet',
      evidence: mapped ? evidenceWords(mapped.evidence, mapped.columns) : '',
      question: unsure && asks ? unsure.why : null,
      needed: unsure?.needed ?? false,
    };
    if (line.question !== null) lines.questions.push(line);
    else if (mapped) lines.found.push(line);
    else lines.absent.push(line);
  }
  return lines;
}

function sureness(confidence: number, evidence: string): Sureness {
  if (confidence >= 1 && evidence === 'chosen by you') return 'Chosen by you';
  if (confidence >= SURE) return 'Sure';
  return confidence >= LIKELY ? 'Likely' : 'Please check';
}

/** Without the header where the select beside it shows it already. */
function evidenceWords(evidence: string, columns: readonly string[]): string {
  if (evidence === 'chosen by you') return '';
  const header = columns.map((column) => `"${column}"`).join(' and ');
  const [, share] = /([0-9]+ % of its values fit)$/.exec(evidence) ?? [];
  if (!evidence.startsWith(`the header ${header}`)) return `Taken from ${evidence}.`;
  return share === undefined ? 'By its header.' : `By its header; ${share}.`;
}

function options(
  columns: SessionsOverview['columns'],
  value: string,
  candidates: readonly string[],
): MappingLine['options'] {
  const headers = columns.map(({ label }) => label);
  const joined = value !== NO_COLUMN && !headers.includes(value) ? [value] : [];
  const first = candidates.filter((candidate) => headers.includes(candidate));
  const rest = headers.filter((header) => !first.includes(header));
  return [
    { value: NO_COLUMN, label: 'Not in this sheet' },
    ...[...joined, ...first, ...rest].map((header) => ({ value: header, label: header })),
  ];
}

const capital = (words: string): string => words.charAt(0).toUpperCase() + words.slice(1);
