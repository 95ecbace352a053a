import fc from 'fast-check';

/** Where the halves of characters begin, and how many they are: none is a character of its own. */
const HALVES = { from: 0xd800, count: 0x800 };

/** Any character: fast-check's own `binary`, less the second that its table of them takes to make. */
const anyCharacter = fc.integer({ min: 0, max: 0x10ffff - HALVES.count }).map(
  (number) => String.fromCodePoint(number < HALVES.from ? number : number + HALVES.count),
  (text) => {
    const [character, ...more] = String(text);
    if (character === undefined || more.length > 0) throw new Error('not one character');
    const number = character.codePointAt(0) ?? 0;
    return number < HALVES.from ? number : number - HALVES.count;
  },
);

/** Texts of any characters, and such as `__proto__` among them. */
export function anyText(lengths: { maxLength?: number } = {}): fc.Arbitrary<string> {
  return fc.string({ unit: anyCharacter, ...lengths });
}
