import * as v from 'valibot';
import { MEMORY_NAMESPACE } from '../../workbook/memory-namespace';
import type { Memory } from './memory';

/** One more for each change that an older program would not understand. */
const VERSION = 1;

/** A newer program wrote it. */
export const NEWEST = Symbol('newer version');

const Count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const Kept = v.object({
  workbook: v.string(),
  runs: Count,
  made: v.array(
    v.object({
      id: v.string(),
      file: v.nullable(Count),
      claims: v.array(
        // The print came later.
        v.object({ account: v.string(), sessions: v.array(v.string()), print: v.optional(v.string()) }),
      ),
    }),
  ),
  accounts: v.array(v.tuple([v.string(), Count])),
  file: Count,
  // The moment came later: who does not know it passes over it.
  answers: v.array(v.tuple([v.string(), v.string(), v.optional(v.string())])),
});
const Versioned = v.object({ version: Count });

/** The memory as the text of a custom XML part: JSON inside of one element. */
export function memoryText({ accounts, answers, answered, ...rest }: Memory): string {
  const json = JSON.stringify({
    version: VERSION,
    ...rest,
    accounts: [...accounts],
    answers: [...answers].map(([key, value]) => [key, value, ...moment(answered.get(key))]),
  });
  return `<memory xmlns="${MEMORY_NAMESPACE}">${escaped(json)}</memory>`;
}

/** Null where the text is no memory: whoever damaged it, the tables still say most of it. */
export function parseMemory(xml: string): Memory | typeof NEWEST | null {
  const [, text] = /^[^<]*(?:<\?[^>]*>\s*)?<[\w:]*memory\b[^>]*>([^<]*)<\/[\w:]*memory>\s*$/.exec(xml) ?? [];
  const json = text === undefined ? null : parsed(unescaped(text));
  const versioned = v.safeParse(Versioned, json);
  if (versioned.success && versioned.output.version > VERSION) return NEWEST;
  const kept = v.safeParse(Kept, json);
  if (!kept.success) return null;
  const { accounts, answers, ...rest } = kept.output;
  return {
    ...rest,
    accounts: new Map(accounts),
    answers: new Map(answers.map(([key, value]) => [key, value])),
    answered: new Map(answers.flatMap(([key, , when]) => moment(when).map((at) => [key, at] as const))),
  };
}

function moment(when: string | undefined): string[] {
  return when === undefined ? [] : [when];
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

const ENTITIES = [
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
] as const;

function escaped(text: string): string {
  return ENTITIES.reduce((result, [character, entity]) => result.replaceAll(character, entity), text);
}

/** Excel may write an entity where we wrote a character. */
function unescaped(text: string): string {
  return [...ENTITIES, ['"', '&quot;'] as const, ["'", '&apos;'] as const]
    .reverse()
    .reduce((result, [character, entity]) => result.replaceAll(entity, character), text);
}
