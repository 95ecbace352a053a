import type { SessionField } from '../../../billing/records/session';
import type { GridValue } from '../grid';
import { readDate } from '../cells/dates';
import { readDiagnoses } from '../cells/diagnoses';
import { showsDate, showsMoney, showsTime } from '../cells/formats';
import { readMinutes } from '../cells/minutes';
import { readMoney } from '../cells/money';
import { readProcedures } from '../cells/procedures';
import { placeWritten } from '../../../billing/codes/place-words';
import { saysBilled } from '../cells/billed-words';
import { readStatus } from '../cells/statuses';
import { isErrorValue, isTooLong, tidyText } from '../cells/text';
import { readTime, readTimeRange } from '../cells/times';
import { namesService } from '../../../billing/services/words';

/** What the data rows of a column look like: how many of the filled cells could be each kind of value. */
export interface ColumnProfile {
  filled: number;
  dates: number;
  /** What is a date below a month, or as text: 1 to 31, "46298". */
  dayNumbers: number;
  /** Times of day, alone or behind a date. */
  times: number;
  minutes: number;
  /** Numbers that are likely hours: quarters up to 8. */
  hours: number;
  codes: number;
  diagnoses: number;
  money: number;
  smallNumbers: number;
  /** Texts with letters and no digits: names, payers, statuses. */
  wordy: number;
  statuses: number;
  /** Texts that say that somebody did not come. */
  notKept: number;
  /** Texts that say that it was billed: "submitted", "claim #1042". */
  billed: number;
  /** Texts that say where it took place. */
  places: number;
  yesNo: number;
  /** Ticks, crosses, other signs and single letters. */
  marks: number;
  /** Those of them that are no letter as rooms and series have it, and no plain no. */
  telling: number;
  /** Two or three capitals, as people sign: "MT", "K.L.". */
  initials: number;
  /** Whole numbers up to half a day, ticks, "15 min": how much was done of what the header names. */
  counts: number;
  /** The highest of the plain numbers among these. */
  most: number;
  /** Texts that name a service of a field other than massage: "ind 50", "couples". */
  services: number;
}

const ANY_ORDER = { date1904: false, order: 'month-first', year: 2000 } as const;
const DATES_BEGIN = 32874;
const DATES_END = 58000;

export function profileOf(cells: { value: GridValue; format: string }[]): ColumnProfile {
  const profile: ColumnProfile = {
    filled: 0, dates: 0, dayNumbers: 0, times: 0, minutes: 0, hours: 0, codes: 0, diagnoses: 0, money: 0, smallNumbers: 0, wordy: 0, statuses: 0, notKept: 0, billed: 0, places: 0, yesNo: 0, marks: 0, telling: 0, initials: 0, counts: 0, most: 0, services: 0,
  }; // prettier-ignore
  for (const { value, format } of cells) {
    if (isErrorValue(value)) continue;
    profile.filled++;
    if (typeof value === 'number') countNumber(value, format, profile);
    else countText(tidyText(value), profile);
  }
  return profile;
}

/** Of one code on one day. */
const MAX_MINUTES = 480;
const NO_DATE = { unreadable: '' };

function isSerial(value: number): boolean {
  return value >= DATES_BEGIN && value < DATES_END;
}

function countNumber(value: number, format: string, profile: ColumnProfile): void {
  const dateLike = showsDate(format) || (isSerial(value) && !showsMoney(format));
  if (dateLike) {
    profile.dates++;
    if (!Number.isInteger(value)) profile.times++;
    return;
  }
  if (showsTime(format) || (value > 0 && value < 1)) profile.times++;
  if ('value' in readMinutes(value, format, 1) && (value >= 5 || (value > 0 && value < 1))) profile.minutes++;
  if (!showsTime(format) && value > 0 && value <= 8 && Number.isInteger(value * 4)) profile.hours++;
  if ('value' in readProcedures(value)) profile.codes++;
  else if (!showsTime(format) && value < 20_000) profile.money++;
  if (Number.isInteger(value) && value >= 0 && value <= 24) profile.smallNumbers++;
  if (Number.isInteger(value) && value >= 1 && value <= 31) profile.dayNumbers++;
  if (Number.isInteger(value) && value >= 0 && value <= MAX_MINUTES && !showsMoney(format)) {
    profile.counts++;
    profile.most = Math.max(profile.most, value);
  }
}

function countText(text: string, profile: ColumnProfile): void {
  if (isTooLong(text)) {
    profile.wordy++;
    return;
  }
  const isNumber = /^\d+(?:\.\d+)?\.?$/.test(text);
  if (isNumber && (Number.parseInt(text, 10) <= 31 || isSerial(Number(text)))) profile.dayNumbers++;
  const date = isNumber && text.length < 8 ? NO_DATE : readDate(text, '', ANY_ORDER);
  if ('value' in date) {
    profile.dates++;
    if (date.value.time !== null) profile.times++;
    return;
  }
  if ('value' in readTime(text) || readTimeRange(text) !== null) profile.times++;
  if ('value' in readMinutes(text, '', 1) && text !== '0') profile.minutes++;
  if ('value' in readProcedures(text)) profile.codes++;
  else if ('value' in readDiagnoses(text)) profile.diagnoses++;
  if ('value' in readMoney(text, 'comma')) profile.money++;
  if (/^\d{1,2}$/.test(text)) profile.smallNumbers++;
  if (/^(y|n|x|yes|no|true|false|✓)$/i.test(text)) profile.yesNo++;
  if (isCount(text)) profile.counts++;
  if (MARK.test(text)) {
    profile.marks++;
    if (!/^(?:[a-f]|n|no|false)$/i.test(text)) profile.telling++;
  }
  if (/^\d{1,3}$/.test(text)) profile.most = Math.max(profile.most, Number(text));
  if (namesService(text)) profile.services++;
  const status = readStatus(text, null);
  if ('value' in status) {
    profile.statuses++;
    if (status.value !== 'kept' && status.value !== 'scheduled') profile.notKept++;
  } else if (/^(?:[A-Z]\.?\s?){2,3}$/.test(text)) profile.initials++;
  if (saysBilled(text)) profile.billed++;
  if (placeWritten(text) !== null && /\p{L}/u.test(text)) profile.places++;
  if (/\p{L}/u.test(text) && !/\d/.test(text)) profile.wordy++;
}

/** A sign, a letter, or a yes or no. */
const MARK = /^(?:[^\d\s]\p{M}*|yes|no|true|false|xx|ok)$/iu;

function isCount(text: string): boolean {
  return /^(?:x|y|yes|n|no|✓|✔|☑|\d{1,3}(?:\s?(?:m|min|mins|minutes|u|units?)\.?)?)$/i.test(text);
}

/** `another` is a clear fit for something else; `unfit` only does not fit, as cells full of mistakes do not either. */
type Judged = 'fits' | 'another' | 'unfit' | 'silent';
/** With fewer filled cells a misfit says little. */
const ENOUGH = 3;

/** Fields whose values have a shape of their own, and the count that shows it. */
const SHAPE: Partial<Record<SessionField, (profile: ColumnProfile) => number>> = {
  date: (profile) => profile.dates,
  start: (profile) => profile.times,
  end: (profile) => profile.times,
  minutes: (profile) => Math.max(profile.minutes, profile.hours),
  cpt: (profile) => profile.codes,
  dx: (profile) => profile.diagnoses,
  charge: (profile) => profile.money,
  paid: (profile) => profile.money,
  copay: (profile) => profile.money,
  insurance_paid: (profile) => profile.money,
  units: (profile) => profile.smallNumbers,
  service: (profile) => profile.services,
};
/** What shows that a column holds something else than the field its header names. */
const ANOTHER: Partial<Record<SessionField, (profile: ColumnProfile) => number>> = {
  date: (profile) => profile.times + profile.money - profile.dayNumbers,
  start: (profile) => profile.minutes - profile.times,
  end: (profile) => profile.minutes - profile.times,
  cpt: (profile) => profile.diagnoses + profile.dates,
  dx: (profile) => profile.codes + profile.dates,
  charge: notMoney,
  paid: notMoney,
  copay: notMoney,
  insurance_paid: notMoney,
  units: (profile) => profile.dates,
  client: (profile) => profile.dates + profile.money + profile.codes + profile.times + profile.yesNo,
  payer: (profile) => profile.dates + profile.money + profile.times + profile.yesNo,
  provider: (profile) => profile.dates + profile.money + profile.times,
  status: (profile) => profile.dates + profile.times,
};

function notMoney({ yesNo, dates, wordy }: ColumnProfile): number {
  return Math.max(yesNo, wordy) + dates;
}

/** Whether the values of a column fit a field; silent without enough of them. */
export function judge(field: SessionField, profile: ColumnProfile): { judged: Judged; share: number } {
  const part = (count: number) => (profile.filled === 0 ? 0 : Math.min(1, count / profile.filled));
  const shape = SHAPE[field];
  const share = part(shape?.(profile) ?? 0);
  if (shape !== undefined && share >= 0.6) return { judged: 'fits', share };
  const another = part(ANOTHER[field]?.(profile) ?? 0);
  if (profile.filled >= 2 && another >= 0.6 && share < 0.25) return { judged: 'another', share };
  return {
    judged: shape !== undefined && profile.filled >= ENOUGH && share < 0.25 ? 'unfit' : 'silent',
    share,
  };
}
