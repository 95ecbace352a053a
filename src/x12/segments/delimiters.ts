/** The characters that separate things in one interchange; the ISA segment shows them. */
export interface Delimiters {
  element: string;
  component: string;
  /** Null in versions before 4020, whose ISA11 is the letter U. */
  repetition: string | null;
  segment: string;
}

/** What nearly every sender in health care uses, and what is written here. */
export const USUAL_DELIMITERS = {
  element: '*',
  component: ':',
  repetition: '^',
  segment: '~',
} as const satisfies Delimiters;

/** ISA has sixteen elements of fixed width, 106 characters with the terminator. */
export const ISA_ELEMENTS = 16;
export const ISA_LENGTH = 106;

/** What the ISA segment at this place shows, or null when it is too short or broken to show anything. */
export function delimitersOfIsa(text: string, start: number): Delimiters | null {
  const element = text[start + 3];
  if (element === undefined || /[A-Za-z0-9\s]/.test(element)) return null;
  let last = start + 3;
  let repetition: string | null = null;
  for (let number = 2; number <= ISA_ELEMENTS; number++) {
    const next = text.indexOf(element, last + 1);
    if (next < 0 || next - last > 64) return null;
    if (number === 12) repetition = repetitionOf(text.slice(last + 1, next));
    last = next;
  }
  const component = text[last + 1];
  const segment = text[afterSpaces(text, last + 2)];
  if (component === undefined) return null;
  if (endsGroupHeader(text, last + 2, element, component)) {
    return { element, component: USUAL_DELIMITERS.component, repetition, segment: component };
  }
  if (segment === undefined || /[A-Za-z0-9]/.test(segment)) return null;
  return { element, component, repetition, segment };
}

/** Some senders put a space before the terminator of every segment. */
function afterSpaces(text: string, at: number): number {
  let next = at;
  while (text[next] === ' ') next += 1;
  return /[^A-Za-z0-9\s]/.test(text[next] ?? '') ? next : at;
}

/** Whether ISA16 was left empty, so that what seems to be it is the terminator: GS ends with it as well. */
function endsGroupHeader(text: string, start: number, element: string, character: string): boolean {
  const transaction = text.indexOf(`ST${element}`, start);
  const header = text.slice(start, transaction < 0 ? start : transaction).trim();
  return header.startsWith(`GS${element}`) && header.endsWith(character);
}

function repetitionOf(isa11: string): string | null {
  return /^[^A-Za-z0-9\s]$/.test(isa11) ? isa11 : null;
}
