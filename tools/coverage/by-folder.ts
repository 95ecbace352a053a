import { relative, sep } from 'node:path';

/** `coverage-summary.json` of istanbul, as far as it is used: by the absolute path of each file, and `total`. */
export type Summary = Readonly<Record<string, { statements: { total: number; covered: number } }>>;

export interface FolderCoverage {
  folder: string;
  total: number;
  covered: number;
}

/** Sums of the files below each folder of `src` and `desk`: `src/billing`, `desk/xlsx`. In alphabetical order. */
export function coverageByFolder(summary: Summary, root: string): FolderCoverage[] {
  const sums = new Map<string, FolderCoverage>();
  for (const [file, { statements }] of Object.entries(summary)) {
    if (file === 'total') continue;
    const folder = relative(root, file).split(sep).slice(0, 2).join('/');
    const sum = sums.get(folder) ?? { folder, total: 0, covered: 0 };
    sums.set(folder, {
      folder,
      total: sum.total + statements.total,
      covered: sum.covered + statements.covered,
    });
  }
  return [...sums.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

type Floors = Readonly<Record<string, number>>;

export function percentOf({ total, covered }: FolderCoverage): number {
  return total === 0 ? 100 : (100 * covered) / total;
}

/** Folders that reach less than their floor. */
export function shortOf(folders: readonly FolderCoverage[], floors: Floors): string[] {
  return folders
    .filter((each) => percentOf(each) < (floors[each.folder] ?? 0))
    .map(({ folder }) => folder);
}

export function linesOfTable(folders: readonly FolderCoverage[], floors: Floors): string[] {
  return [
    `${'folder'.padEnd(20)}${'statements'.padStart(11)}${'reached'.padStart(10)}${'floor'.padStart(7)}`,
    ...folders.map((each) => {
      const floor = floors[each.folder];
      const reached = `${percentOf(each).toFixed(1)} %`;
      return `${each.folder.padEnd(20)}${String(each.total).padStart(11)}${reached.padStart(10)}${(floor === undefined ? '' : String(floor)).padStart(7)}`;
    }),
  ];
}
