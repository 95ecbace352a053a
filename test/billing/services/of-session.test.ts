import { readFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { serviceOf } from '../../../src/billing/services/of-session';
import { sessionOf } from '../claims/records';

const words = (text: string) => ({ text, place: sessionOf().place, modifiers: [], units: null });

interface ServiceCase {
  service: string;
  minutes: string;
  own: string;
  codes: string;
  'minutes read': string;
}

const { data: cases } = Papa.parse<ServiceCase>(
  readFileSync(path.join(__dirname, 'of-session.csv'), 'utf8'),
  { header: true, skipEmptyLines: true },
);

test.each(cases)('"$service", $minutes minutes, own word "$own": $codes', (one) => {
  const minutes = one.minutes === '-' ? null : Number(one.minutes);
  const own = one.own
    .split(';')
    .filter(Boolean)
    .map((pair) => ({ name: pair.split('=')[0] ?? '', code: pair.split('=')[1] ?? '' }));
  const read = serviceOf({ ...sessionOf(), procedures: [], minutes, service: words(one.service) }, { own });
  expect(read?.ok ? read.procedures.map(({ code }) => code).join('+') : read?.why).toBe(one.codes);
  expect(read?.ok ? String(read.minutes ?? read.procedures[0]?.minutes) : '').toBe(one['minutes read']);
});

test('a row with codes is left as it is', () => {
  expect(serviceOf({ ...sessionOf(), service: words('couples') }, { own: [] })).toBeNull();
});
