import { addAll } from '../../values/lists';

/** The fiscal years, first and last, in which a code is billable. */
export type Years = readonly [first: number, last: number];

/** A beginning of codes: what may follow it, and the years in which it is itself a billable code. */
export interface CodeNode {
  years: Years | null;
  /** The characters that may follow, ascending, each with the node at the same position of `next`. */
  characters: string;
  next: CodeNode[];
}

/**
 * All diagnosis codes as a graph in which equal endings are one node: 76,000 codes share some 2,600 nodes, because
 * the same sides, sites and encounters end them all.
 *
 * The text has three parts between blank lines: the spans of years, those of most codes first; the nodes with
 * more than one way to them, a line each; the codes of each first letter, a line each. A node is written as its
 * span (`.` for the first, `:b` for the third, nothing when it is no code), then characters followed by the node
 * they lead to: small letters for a shared one (`a` first, `aa` after `z`), else the node in brackets.
 */
export function readGraph(text: string): CodeNode {
  const [spans = '', shared = '', letters = ''] = text.trim().split('\n\n');
  const years = spans.split(' ').map(yearsOf);
  const lines = shared.split('\n');
  const nodes: (CodeNode | undefined)[] = [];

  const sharedNode = (index: number): CodeNode => {
    const line = lines[index];
    if (line === undefined) throw new RangeError(`the code table has no node ${index}`);
    return (nodes[index] ??= readNode(line));
  };

  const readNode = (line: string): CodeNode => {
    let at = 0;
    const word = (): number => {
      let number = 0;
      for (; isSmallLetter(line, at); at += 1) number = number * 26 + line.charCodeAt(at) - 96;
      return number - 1;
    };
    const node = (): CodeNode => {
      const read: CodeNode = { years: null, characters: '', next: [] };
      if (line[at] === '.') {
        at += 1;
        read.years = years[0] ?? null;
      } else if (line[at] === ':') {
        at += 1;
        read.years = years[word() + 1] ?? null;
      }
      while (at < line.length && line[at] !== ')') {
        const start = at;
        while (line[at] !== '(' && at < line.length && !isSmallLetter(line, at)) at += 1;
        const characters = line.slice(start, at);
        let target: CodeNode;
        if (line[at] === '(') {
          at += 1;
          target = node();
          at += 1;
        } else target = sharedNode(word());
        read.characters += characters;
        for (let each = 0; each < characters.length; each += 1) read.next.push(target);
      }
      return read;
    };
    return node();
  };

  const root: CodeNode = { years: null, characters: '', next: [] };
  for (const line of letters.split('\n')) {
    const letter = readNode(line);
    root.characters += letter.characters;
    addAll(root.next, letter.next);
  }
  return root;
}

/** The node that these characters lead to, or null. */
export function follow(node: CodeNode, characters: string): CodeNode | null {
  let at: CodeNode | undefined = node;
  for (const character of characters) {
    at = at.next[at.characters.indexOf(character)];
    if (!at) return null;
  }
  return at;
}

/** Every code that begins with `prefix`, itself included, with its years, in order. */
export function* codesUnder(node: CodeNode, prefix = ''): Generator<[code: string, years: Years]> {
  if (node.years) yield [prefix, node.years];
  for (const [index, child] of node.next.entries())
    yield* codesUnder(child, prefix + (node.characters[index] ?? ''));
}

function yearsOf(span: string): Years {
  const [first, last] = span.split('-').map(Number);
  if (first === undefined || last === undefined) throw new RangeError(`"${span}" is not a span of years`);
  return [first, last];
}

function isSmallLetter(line: string, at: number): boolean {
  const character = line.charCodeAt(at);
  return character >= 97 && character <= 122;
}
