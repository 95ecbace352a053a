import type { Years } from './graph';

interface Draft {
  span: string | null;
  children: Map<string, Draft>;
}

interface Merged {
  span: string | null;
  edges: [character: string, node: number][];
}

/** The text that `readGraph` reads, from codes without dots and the years in which each is billable. */
export function encodeCodes(codes: Iterable<readonly [code: string, years: Years]>): string {
  const counts = new Map<string, number>();
  const draft = newDraft();
  for (const [code, [first, last]] of codes) {
    const span = `${first}-${last}`;
    counts.set(span, (counts.get(span) ?? 0) + 1);
    let node = draft;
    for (const character of code) {
      let child = node.children.get(character);
      if (!child) node.children.set(character, (child = newDraft()));
      node = child;
    }
    node.span = span;
  }
  const spans = [...counts].sort((a, b) => b[1] - a[1] || compare(a[0], b[0])).map(([span]) => span);
  return written(mergeEqual(draft), spans);
}

function newDraft(): Draft {
  return { span: null, children: new Map() };
}

/** Nodes with equal span and equal continuations made one; the last is the root. */
function mergeEqual(root: Draft): Merged[] {
  const nodes: Merged[] = [];
  const known = new Map<string, number>();
  const merge = (draft: Draft): number => {
    const edges = [...draft.children]
      .sort(([a], [b]) => compare(a, b))
      .map(([character, child]): [string, number] => [character, merge(child)]);
    const key = `${draft.span ?? ''}|${edges.join(' ')}`;
    const same = known.get(key);
    if (same !== undefined) return same;
    nodes.push({ span: draft.span, edges });
    known.set(key, nodes.length - 1);
    return nodes.length - 1;
  };
  merge(root);
  return nodes;
}

function written(nodes: readonly Merged[], spans: readonly string[]): string {
  const uses = nodes.map(() => 0);
  for (const { edges } of nodes) for (const [, target] of edges) uses[target] = (uses[target] ?? 0) + 1;
  const shared = [...nodes.keys()]
    .filter((node) => (uses[node] ?? 0) > 1)
    .sort((a, b) => (uses[b] ?? 0) - (uses[a] ?? 0) || a - b);
  const nameOf = new Map(shared.map((node, index) => [node, letters(index)]));

  const writeEdges = (edges: readonly [string, number][]): string => {
    let text = '';
    for (const [index, [character, target]] of edges.entries()) {
      text += character;
      if (edges[index + 1]?.[1] === target) continue;
      text += nameOf.get(target) ?? `(${writeNode(target)})`;
    }
    return text;
  };
  const writeNode = (index: number): string => {
    const { span, edges } = nodes[index] ?? { span: null, edges: [] };
    const place = span === null ? -1 : spans.indexOf(span);
    const mark = place < 0 ? '' : place === 0 ? '.' : `:${letters(place - 1)}`;
    return mark + writeEdges(edges);
  };

  const firstLetters = (nodes.at(-1)?.edges ?? []).map((edge) => writeEdges([edge]));
  return [spans.join(' '), shared.map(writeNode).join('\n'), firstLetters.join('\n')].join('\n\n');
}

/** a, b … z, aa, ab … */
function letters(index: number): string {
  const last = String.fromCharCode(97 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
