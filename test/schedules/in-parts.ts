import { schedulesOf, wrongWith } from './schedules';

/** `npm run test:schedules` plays new ones, and as many as one likes. */
const ALL = schedulesOf(100, 20_261_201);
const PART = 10;
/** Test files over which they are dealt out: a file is run by one process. */
const FILES = 2;

/** The tests of one file. */
export function testFile(file: number): void {
  const parts = Array.from({ length: ALL.length / PART }, (_, part) => part);
  test.each(parts.filter((part) => part % FILES === file))(
    'two windows that write at once end as if one had come after the other, and nothing is lost: part %i',
    async (part) => {
      const wrong: string[] = [];
      for (const schedule of ALL.slice(part * PART, (part + 1) * PART))
        for (const words of await wrongWith(schedule)) wrong.push(`${JSON.stringify(schedule)}: ${words}`);
      expect(wrong).toEqual([]);
    },
  );
}
