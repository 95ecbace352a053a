import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Fault } from '../../../src/x12/segments/fault';
import { readX12 } from '../../../src/x12/segments/read-x12';
import { SegmentSplitter } from '../../../src/x12/segments/split-segments';

const SAMPLES = join(__dirname, '..', 'remittance-835', 'samples');
const texts = readdirSync(SAMPLES)
  .filter((name) => !name.endsWith('.md'))
  .map((name) => readFileSync(join(SAMPLES, name), 'utf8'));

/** Segments with their places, and the faults, of a text that comes in pieces. */
function inPieces(text: string, sizes: readonly number[]) {
  const faults: Fault[] = [];
  const splitter = new SegmentSplitter(faults);
  const segments = [];
  let at = 0;
  for (let turn = 0; at < text.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1;
    segments.push(...splitter.push(text.slice(at, at + size)));
    at += size;
  }
  segments.push(...splitter.end());
  const written = segments.map(({ place, raw, lead, terminator }) => ({ place, raw, lead, terminator }));
  return { before: splitter.before, written, after: splitter.after, isCut: splitter.isCut, faults };
}

test('a file in pieces is the same as a file at once, wherever it is torn', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...texts, '\uFEFF junk ' + (texts[0] ?? ''), 'no such file', '', 'ISA*00*'),
      fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 8 }),
      fc.nat(),
      (text, sizes, cut) => {
        const torn = cut % 3 === 0 ? text.slice(0, cut % (text.length + 1)) : text;
        expect(inPieces(torn, sizes)).toEqual(inPieces(torn, [torn.length + 1]));
      },
    ),
    { numRuns: 150 },
  );
});

test('places count segments, bytes and lines', () => {
  const text = texts.find((each) => each.includes('\n')) ?? '';
  const { segments } = readX12(`é\n${text}`);
  expect(segments[0]?.place).toEqual({ number: 1, offset: 3, line: 2 });
  const [second] = segments.slice(1);
  expect(second?.place.line).toBe(3);
});
