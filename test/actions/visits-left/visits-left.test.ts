import { readFileSync } from 'node:fs';
import path from 'node:path';
import { LimitsOfWorkbook } from '../../../src/actions/visits-left/limits-of-workbook';
import { NOTHING_REMEMBERED } from '../../../src/actions/set-up/remembered';
import { visitsLeftWords } from '../../../src/billing/visit-limits/words';
import { parseIso } from '../../../src/billing/values/day';
import { readingOf, type Tables } from './reading';

interface Asked {
  client: string;
  asOf?: string;
  payer?: string;
  left?: number;
  tell?: string;
  error?: '#N/A' | '#VALUE!';
  /** The whole sentence, or words that are in it. */
  words?: string;
  contains?: string[];
}
type Case = Tables & { case: string; ask: Asked[] };

const TODAY = parseIso('2026-11-22') ?? 0;

function load<Content>(file: string): Content {
  return JSON.parse(readFileSync(path.join(__dirname, file), 'utf8')) as Content;
}

const practice = load<Tables>('practice.json');
const cases = load<Case[]>('cases.json');

function limitsOf(example: Case) {
  const { Sessions, Authorizations = [], Benefits = [], Fees, Claims, ClaimLines } = example;
  const all: Tables = { ...practice, Sessions: Sessions ?? [], Authorizations, Benefits };
  if (Fees) all.Fees = Fees;
  if (Claims) all.Claims = Claims;
  if (ClaimLines) all.ClaimLines = ClaimLines;
  return new LimitsOfWorkbook().of(readingOf(all), NOTHING_REMEMBERED, TODAY);
}

describe.each(cases)('$case', (example) => {
  const limits = limitsOf(example);

  test.each(example.ask)('%j', ({ client, asOf, payer, ...expected }) => {
    const day = asOf === undefined ? null : (parseIso(asOf) ?? 0);
    const answer = limits.visitsLeft({ client, asOf: day, payer: payer ?? null });
    if (answer.outcome === 'known') {
      expect({ left: answer.left }).toEqual({ left: expected.left });
      if (expected.tell !== undefined) expect(visitsLeftWords(answer, day ?? TODAY)).toBe(expected.tell);
      return;
    }
    expect(answer.outcome === 'fault' ? '#VALUE!' : '#N/A').toBe(expected.error ?? answer.words);
    if (expected.words !== undefined) expect(answer.words).toBe(expected.words);
    for (const words of expected.contains ?? []) expect(answer.words).toContain(words);
  });
});
