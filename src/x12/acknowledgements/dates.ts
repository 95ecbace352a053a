import { parseIso, type Day } from '../../billing/values/day';

/** `CCYYMMDD`; null when it is no date. */
export function dayOfD8(text: string): Day | null {
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})/.exec(text) ?? [];
  return parseIso(`${year}-${month}-${day}`);
}

/** `YYMMDD` of this century. */
export function dayOfD6(text: string): Day | null {
  return dayOfD8(`20${text}`);
}
