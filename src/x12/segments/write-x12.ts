import { plainDollars, type Cents } from '../../billing/values/cents';
import { USUAL_DELIMITERS, type Delimiters } from './delimiters';

/** An element: a text, or its components. Empty ones are left out at the end, as the standard asks. */
export type ElementValue = string | readonly string[];

/** `NM1*IL*1*DOE*JANE`. A delimiter inside a value becomes a blank, so that no value can break out of its place. */
export function segmentText(
  id: string,
  elements: readonly ElementValue[],
  delimiters: Delimiters = USUAL_DELIMITERS,
): string {
  const texts = elements.map((value) =>
    typeof value === 'string'
      ? harmless(value, delimiters)
      : withoutEmptyEnd(value.map((part) => harmless(part, delimiters))).join(delimiters.component),
  );
  return [id, ...withoutEmptyEnd(texts)].join(delimiters.element);
}

/** Segments as a file: each with its terminator, on lines of their own where wanted. */
export function segmentsText(
  segments: readonly string[],
  { lineBreaks, delimiters = USUAL_DELIMITERS }: { lineBreaks: boolean; delimiters?: Delimiters },
): string {
  const end = delimiters.segment + (lineBreaks ? '\n' : '');
  return segments.map((segment) => segment + end).join('');
}

/** Decimal without needless zeros: 120.00 is `120`, 95.50 is `95.5`. */
export function amountText(amount: Cents): string {
  return plainDollars(amount).replace(/\.?0+$/, '');
}

const forbidden = new WeakMap<Delimiters, RegExp>();

function harmless(value: string, delimiters: Delimiters): string {
  let pattern = forbidden.get(delimiters);
  if (!pattern) {
    const { element, component, repetition, segment } = delimiters;
    const characters = [element, component, repetition ?? '', segment].join('');
    pattern = new RegExp(`[${characters.replace(/[\\\]^-]/g, '\\$&')}\r\n]`, 'g');
    forbidden.set(delimiters, pattern);
  }
  return value.replace(pattern, ' ');
}

function withoutEmptyEnd(values: readonly string[]): string[] {
  let length = values.length;
  while (length > 0 && values[length - 1] === '') length -= 1;
  return values.slice(0, length);
}
