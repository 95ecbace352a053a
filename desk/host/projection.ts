import { memberName, specOf } from './classes';
import type { ClassSpec } from './class-spec';
import { unsupported } from './errors';
import type { QueryInfo } from './protocol';
import type { HostObject } from './targets';
import type { Workspace } from './workspace';

/** What to load, as a tree: `format/fill/color` is format -> fill -> color. `all` is every plain property. */
interface Selection {
  all: boolean;
  members: Map<string, Selection>;
}

/** Answers a load: an object with the chosen properties in Pascal case; a collection as `{_Items: [...]}`. */
export async function project(
  from: HostObject,
  query: QueryInfo,
  workspace: Workspace,
  calculate: () => Promise<void>,
): Promise<unknown> {
  const selection = parseSelection([
    ...(query.Select ?? []),
    ...(query.Expand ?? []).map((path) => `${path}/*`),
  ]);
  if (needsCalculation(from, selection)) await calculate();
  const answer = read(from, selection, workspace);
  if (answer && Array.isArray(answer._Items) && (query.Skip !== undefined || query.Top !== undefined)) {
    const skip = query.Skip ?? 0;
    answer._Items = answer._Items.slice(skip, query.Top === undefined ? undefined : skip + query.Top);
  }
  return answer;
}

function parseSelection(paths: string[]): Selection {
  const root: Selection = { all: paths.length === 0, members: new Map() };
  for (const path of paths) {
    let at = root;
    const names = path.split(/[/.]/).filter((name) => name !== '' && name.toLowerCase() !== 'items');
    if (names.length === 0) at.all = true;
    for (const name of names) {
      if (name === '*') {
        at.all = true;
        break;
      }
      const key = name.startsWith('_') ? name : name.charAt(0).toUpperCase() + name.slice(1);
      const next = at.members.get(key) ?? { all: false, members: new Map<string, Selection>() };
      at.members.set(key, next);
      at = next;
    }
  }
  return root;
}

function read(from: HostObject, selection: Selection, workspace: Workspace): Record<string, unknown> {
  const spec = specOf(from);
  if (!spec.items) return readObject(from, spec, selection, workspace);
  const own: Selection = { all: selection.all, members: new Map() };
  const each: Selection = { all: selection.all, members: new Map() };
  for (const [name, below] of selection.members) {
    (spec.properties && Object.hasOwn(spec.properties, name) ? own : each).members.set(name, below);
  }
  const answer = readObject(from, spec, own, workspace);
  if (each.all || each.members.size > 0) {
    answer._Items = spec.items(from.target, workspace).map((item) => read(item, each, workspace));
  }
  return answer;
}

function readObject(
  from: HostObject,
  spec: ClassSpec<unknown>,
  selection: Selection,
  workspace: Workspace,
): Record<string, unknown> {
  const answer: Record<string, unknown> = { ...spec.identity?.(from.target, workspace) };
  if (selection.all) {
    for (const [name, property] of Object.entries(spec.properties ?? {})) {
      if (property.get) answer[name] = property.get(from.target, workspace);
    }
  }
  for (const [name, below] of selection.members) {
    const property =
      spec.properties && Object.hasOwn(spec.properties, name) ? spec.properties[name] : undefined;
    const link = spec.links && Object.hasOwn(spec.links, name) ? spec.links[name] : undefined;
    if (property?.get) answer[name] = property.get(from.target, workspace);
    else if (link) {
      const linked = link(from.target, workspace);
      const whole = below.members.size === 0 ? { ...below, all: true } : below;
      answer[name] = linked ? read(linked, whole, workspace) : null;
    } else throw unsupported(memberName(from, name));
  }
  return answer;
}

/** Whether anything that is asked for depends on formulas. */
function needsCalculation(from: HostObject, selection: Selection): boolean {
  const spec = specOf(from);
  const properties = Object.entries(spec.properties ?? {});
  if (properties.some(([name, one]) => one.calculated && (selection.all || selection.members.has(name))))
    return true;
  // Items and navigation properties: what they will be asked for is not worth telling apart.
  return (
    spec.items !== undefined ||
    [...selection.members.keys()].some((name) => spec.links && Object.hasOwn(spec.links, name))
  );
}
