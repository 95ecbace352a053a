import { formStyle } from '../styles';
import type { LaidArea } from './laid-out';

/** The same looks in fewer areas: rows below each other, then blocks beside each other. Lines go around each area. */
export function joinedAreas(areas: readonly LaidArea[]): LaidArea[] {
  return joined(joined(areas, below), beside);
}

type Join = (area: LaidArea) => { key: string; next: string; grow: (by: LaidArea) => void };

function below(area: LaidArea): ReturnType<Join> {
  const columns = `${area.style} ${String(area.column)} ${String(area.columns)}`;
  return {
    key: `${columns} ${String(area.row)}`,
    next: `${columns} ${String(area.row + area.rows)}`,
    grow: (by) => (area.rows += by.rows),
  };
}

function beside(area: LaidArea): ReturnType<Join> {
  const rows = `${area.style} ${String(area.row)} ${String(area.rows)}`;
  return {
    key: `${rows} ${String(area.column)}`,
    next: `${rows} ${String(area.column + area.columns)}`,
    grow: (by) => (area.columns += by.columns),
  };
}

function joined(areas: readonly LaidArea[], join: Join): LaidArea[] {
  const found: LaidArea[] = [];
  /** Areas that may still grow, by the place where they would. */
  const open = new Map<string, LaidArea>();
  for (const each of areas) {
    const area = { ...each };
    const { key } = join(area);
    const before = formStyle(area.style).borders ? undefined : open.get(key);
    open.delete(key);
    if (before) join(before).grow(area);
    else found.push(area);
    const last = before ?? area;
    open.set(join(last).next, last);
  }
  return found;
}
