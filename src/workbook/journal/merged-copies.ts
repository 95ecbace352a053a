import type { SheetReading, WorkbookReading } from '../reading';
import { TABLE_NAMES, type OwnTableName } from '../tables';
import { readTable } from '../tables/read-table';
import { firstMark, numberedRuns } from './journal';

/** What tells that two copies of the workbook, in which somebody wrote at the same time, were put together since. */
export interface MergedCopies {
  /** Runs of one number, each with the one that it is to have, the earliest first. */
  renumbered: { what: string; when: string; mark: string; before: number; number: number }[];
  /** More than one copy has left its revision. */
  hasRevisions: boolean;
  /** Claimsheet's own tables that are there twice, since both copies made them. */
  doubled: { name: OwnTableName; sheet: string; copy: string }[];
  /** All sheets that came with the second of them. */
  copies: string[];
}

export function mergedCopies(reading: WorkbookReading): MergedCopies {
  const { doubled, copies } = doubledTables(reading);
  return {
    renumbered: renumbered(reading),
    hasRevisions: reading.revision.revisions.length > 1,
    doubled,
    copies,
  };
}

/** Runs keep their order; from the first number that is there twice, they are counted on. */
function renumbered(reading: WorkbookReading): MergedCopies['renumbered'] {
  let last = 0;
  const runs = numberedRuns(reading).map((run) => {
    last = Math.max(run.before, last + 1);
    return { ...run, number: last };
  });
  return runs.some(({ before, number }) => before !== number)
    ? runs.filter(
        ({ before, number }, index) =>
          before !== number || runs[index + 1]?.before === before || runs[index - 1]?.before === before,
      )
    : [];
}

function doubledTables(reading: WorkbookReading): Pick<MergedCopies, 'doubled' | 'copies'> {
  const known = new Set(readTable(reading, 'Activity').rows.map(({ mark }) => firstMark(mark)));
  const runOf = ({ mark }: SheetReading): string | null => mark?.slice(0, mark.lastIndexOf(' ')) ?? null;
  const exact = new Map(
    reading.sheets.flatMap((sheet) => sheet.tables.map(({ name }) => [name, sheet] as const)),
  );
  const marks = new Set<string>();
  const doubled = reading.sheets.flatMap((sheet) =>
    sheet.tables.flatMap((table) => {
      const name = TABLE_NAMES.find((own) => new RegExp(`^${own}_?\\d{1,3}$`).test(table.name));
      const first = name && exact.get(name);
      const run = runOf(sheet);
      // A copy that the user made has the mark of the sheet that it is a copy of.
      if (!first || run === null || known.has(run) || first.mark === sheet.mark) return [];
      marks.add(run);
      return [{ name, sheet: first.name, copy: sheet.name }];
    }),
  );
  const copies = reading.sheets.filter((sheet) => marks.has(runOf(sheet) ?? '')).map(({ name }) => name);
  return { doubled, copies };
}
