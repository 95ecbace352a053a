import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as v from 'valibot';
import type { Tables } from './reading';

const Rows = v.array(v.record(v.string(), v.unknown()));
const Question = { client: v.string(), asOf: v.optional(v.string()), payer: v.optional(v.string()) };
/** So many visits are left; `tell` is the whole sentence. */
const Left = v.strictObject({ ...Question, left: v.number(), tell: v.optional(v.string()) });
/** The cell shows an error with a sentence: the whole one, or words that are in it. */
const Sentence = v.strictObject({ ...Question, error: v.picklist(['#N/A', '#VALUE!']), words: v.string() });
const Words = v.strictObject({
  ...Question,
  error: v.picklist(['#N/A', '#VALUE!']),
  contains: v.pipe(v.array(v.string()), v.minLength(1)),
});
const Case = v.strictObject({
  case: v.string(),
  Sessions: Rows,
  Authorizations: v.optional(Rows),
  Benefits: v.optional(Rows),
  Fees: v.optional(Rows),
  Claims: v.optional(Rows),
  ClaimLines: v.optional(Rows),
  ask: v.pipe(v.array(v.union([Left, Sentence, Words])), v.minLength(1)),
});

export type Asked = v.InferOutput<typeof Left | typeof Sentence | typeof Words>;
export type Case = v.InferOutput<typeof Case>;

/** A key that is misspelt, or an answer that expects nothing, fails here. */
export const readCases = (cases: unknown): Case[] => v.parse(v.array(Case), cases);

export const CASES = readCases(load('cases.json'));
export const PRACTICE = load('practice.json') as Tables;

function load(file: string): unknown {
  return JSON.parse(readFileSync(path.join(__dirname, file), 'utf8'));
}

/** `Ana Ruiz has 5 visits left on 2026-08-10 with chp`. */
export function titleOf(asked: Asked): string {
  const on = asked.asOf === undefined ? '' : ` on ${asked.asOf}`;
  const by = asked.payer === undefined ? '' : ` with ${asked.payer}`;
  const who = asked.client.trim() === '' ? 'nobody' : `"${asked.client}"`;
  if ('left' in asked) return `${who} has ${String(asked.left)} visits left${on}${by}`;
  const said = 'words' in asked ? asked.words : asked.contains.join(' … ');
  return `${who}${on}${by} is answered with ${asked.error}: ${said}`;
}
