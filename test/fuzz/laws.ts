import type { Random } from './random';

/** A kind of input: how one is made, and what the add-in makes of it. */
interface Definition<Input, Output> {
  name: string;
  make(random: Random): Input;
  /** Everything that comes of it. Throws only what a user is told as a sentence. */
  read(input: Input): Output;
  /** Whether an error is a sentence for the user. */
  isRefusal?(error: unknown): boolean;
  /** What is wrong with what came of it, beside what no output may hold. */
  faults?(output: Output): string[];
}

export interface Kind {
  name: string;
  /** One input, and every law that it breaks, in a sentence each. */
  tryOne(random: Random): { input: unknown; broken: string[] };
}

export function kindOf<Input, Output>(definition: Definition<Input, Output>): Kind {
  return {
    name: definition.name,
    tryOne(random) {
      const input = definition.make(random);
      return { input, broken: brokenLaws(definition, input) };
    },
  };
}

/** Milliseconds of processor time that no input may take. */
const MAX_CPU = 200;

/** What must never show, unless the input itself said it. */
const NEVER_SHOWN = ['[object Object]', 'NaN', 'Infinity', 'undefined', '[native code]'];

const OWN_NAMES = namesOfPrototypes();

function brokenLaws<Input, Output>(kind: Definition<Input, Output>, input: Input): string[] {
  const first = timed(kind, input);
  if (first.thrown !== null) return [first.thrown];
  const broken = shownFaults(first.output, JSON.stringify(input));
  if (first.output !== null) broken.push(...(kind.faults?.(first.output) ?? []));
  if (namesOfPrototypes() !== OWN_NAMES) broken.push('It changed the prototype of all objects.');
  if (first.cpu <= MAX_CPU) return broken;
  // Again, since the first time may have met the garbage collector or the compiler.
  const cpu = Math.min(first.cpu, timed(kind, input).cpu, timed(kind, input).cpu);
  return cpu > MAX_CPU ? [...broken, `It took ${cpu.toFixed(0)} ms.`] : broken;
}

/** What comes of an input, null where it is refused. */
function timed<Input, Output>(
  { read, isRefusal }: Definition<Input, Output>,
  input: Input,
): { output: Output | null; thrown: string | null; cpu: number } {
  const before = process.cpuUsage();
  let output: Output | null = null;
  let thrown: string | null = null;
  try {
    output = read(input);
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
    if (!isRefusal?.(error)) thrown = `It threw ${words}`;
  }
  const { user, system } = process.cpuUsage(before);
  return { output, thrown, cpu: (user + system) / 1000 };
}

function namesOfPrototypes(): string {
  return [Object, Array, String, Function]
    .flatMap(({ prototype }) => Object.getOwnPropertyNames(prototype as object))
    .join();
}

function shownFaults(output: unknown, said: string): string[] {
  const faults = new Set<string>();
  const seen = new Set<object>();
  const open: unknown[] = [output];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value === 'number') {
      const isSaid = Number.isFinite(value) && said.includes(String(value));
      if (!isSaid && !(Math.abs(value) <= Number.MAX_SAFE_INTEGER))
        faults.add(`It came to the number ${String(value)}.`);
    } else if (typeof value === 'string') {
      for (const never of NEVER_SHOWN)
        if (value.includes(never) && !said.includes(never)) faults.add(`It said "${value.slice(0, 300)}".`);
    } else if (typeof value === 'object' && value !== null && !seen.has(value)) {
      seen.add(value);
      const members: Iterable<unknown> =
        value instanceof Map ? [...value].flat() : value instanceof Set ? value : Object.values(value);
      for (const member of members) open.push(member);
    }
  }
  return [...faults];
}
