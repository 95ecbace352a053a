import { RECOGNIZED } from '../../../src/billing/payers/known-names';
import { PAYER_PRESETS, presetFor } from '../../../src/billing/payers/presets';

/** Names as sessions have them, and the preset that set-up suggests. */
const NAMES: [written: string, preset: string | null][] = [
  ['Medicare', 'medicare'],
  ['MEDICARE PART B', 'medicare'],
  ['Aetna Medicare Advantage', 'medicare-advantage'],
  ['VA', 'va'],
  ['V.A.', 'va'],
  ['VA CCN (Optum)', 'va'],
  ['TriWest', 'va'],
  ['L&I', 'wa-lni'],
  ['WA L & I', 'wa-lni'],
  ['Dept. of Labor & Industries', 'wa-lni'],
  ['LNI', 'wa-lni'],
  ['State Farm', 'wa-pip'],
  ['Geico PIP', 'wa-pip'],
  ['UHC', 'unitedhealthcare'],
  ['United Healthcare', 'unitedhealthcare'],
  ['UMR', 'umr'],
  ['Uniform Medical Plan', 'wa-public-employees'],
  ['Regence BlueShield', 'commercial'],
  ['BCBS of Washington', 'commercial'],
  ['Aetna', 'commercial'],
  ['Cash', 'cash'],
  ['self-pay', 'cash'],
  ['Optum', null],
  ['Evergreen Mutual', null],
  ['Valley Health', null],
  ['Anthem Blue Cross VA', 'commercial'],
  ['', null],
];

test.each(NAMES)('"%s" suggests %s', (written, preset) => {
  expect(presetFor(written)?.id ?? null).toBe(preset);
});

test('every value has a source, and what nobody knows is null', () => {
  for (const { values } of PAYER_PRESETS) {
    expect(values.kind).not.toBeNull();
    for (const sourced of Object.values(values)) {
      if (sourced === null) continue;
      expect(sourced.source.length).toBeGreaterThan(5);
      expect(sourced.value).not.toBeUndefined();
    }
    expect(values.dailyUnitCap).toBeNull();
  }
});

test('a name is listed for one payer only', () => {
  const names = RECOGNIZED.flatMap((entry) => [...entry.names, ...('whole' in entry ? entry.whole : [])]);
  expect(new Set(names).size).toBe(names.length);
});

test.each(['medicare', 'va'])('%s counts units by the total time and keeps to NCCI', (id) => {
  const preset = PAYER_PRESETS.find((each) => each.id === id);
  expect([preset?.values.unitRule?.value, preset?.values.ncciApplies?.value]).toEqual(['CMS', true]);
});
