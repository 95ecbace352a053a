import type { OutcomeMeasure } from './outcome-measures';

/** A measured value as the cell says it. */
export interface OutcomeValue {
  value: number;
  /** What it is of: 10 in `7/10`, `%` in `40%`; null where only a number was written. */
  of: number | '%' | null;
}

export type OutcomeReading = { ok: true; value: OutcomeValue } | { ok: false; why: string };

const DATE_FORMAT = /[dmy]/i;

/** Reads 7, `7/10`, `7 of 10`, `40 %`, `45°`; `isPercent` where the header says so, as in `NDI %`. Any other text is left alone: what it means is not for us to say. */
export function readOutcome(
  cell: string | number | boolean,
  format: string,
  measure: OutcomeMeasure,
  isPercent = false,
): OutcomeReading {
  if (typeof cell === 'number') {
    if (isDate(cell, format)) {
      const why = 'Excel made a date of it; format the column as text and type it again, for example 7/10';
      return { ok: false, why };
    }
    return /%/.test(format)
      ? inRange({ value: rounded(cell * 100), of: '%' }, measure)
      : inRange({ value: cell, of: isPercent ? '%' : null }, measure);
  }
  const text = String(cell).trim();
  const match =
    /^(-?\d{1,3}(?:\.\d{1,2})?)\s*(?:(?:\/|of|out of)\s*(\d{1,3})|(%)|°|deg\.?|degrees|points?|pts?\.?|cm|mm)?$/i.exec(
      text,
    );
  if (!match) return { ok: false, why: 'it is not one number, such as 7, 7/10 or 40 %' };
  const [, number = '', most, percent] = match;
  const of =
    percent !== undefined || (isPercent && most === undefined)
      ? '%'
      : most === undefined
        ? null
        : Number(most);
  return inRange({ value: Number(number), of }, measure);
}

function inRange(value: OutcomeValue, { lowest, highest, name, unit }: OutcomeMeasure): OutcomeReading {
  const { of } = value;
  const most = highest[highest.length - 1] ?? 0;
  if (typeof of === 'number' && !highest.includes(of)) {
    return { ok: false, why: `${name} is not counted out of ${String(of)} (${unit})` };
  }
  const top = of === '%' ? 100 : (of ?? most);
  return value.value < lowest || value.value > top
    ? { ok: false, why: `${name} goes from ${String(lowest)} to ${String(top)} (${unit})` }
    : { ok: true, value };
}

function isDate(value: number, format: string): boolean {
  return DATE_FORMAT.test(format.replace(/\[[^\]]*\]|"[^"]*"|General/gi, '')) && value > 366;
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

/** `7/10`, `40 %`, `45`. */
export function outcomeText({ value, of }: OutcomeValue): string {
  if (of === null) return String(value);
  return of === '%' ? `${String(value)} %` : `${String(value)}/${String(of)}`;
}
