import ts from 'typescript';

/** What names stand for: constants of the sources, and parameters where a function is called. */
export type Names = ReadonlyMap<string, ts.Expression>;

/** How deep a name is followed. */
const DEEPEST = 8;

/** What a sentence in the sources says, with ‹brackets› for what is only known when it is told. */
export function textOf(expression: ts.Expression, names: Names, depth = 0): string {
  return [...new Set(textsOf(expression, names, depth))].filter((text) => text !== '').join(' / ');
}

/** The same, each way a condition may go by itself. */
export function textsOf(expression: ts.Expression, names: Names, depth = 0): string[] {
  const again = (part: ts.Expression) => textsOf(part, names, depth + 1);
  if (ts.isStringLiteralLike(expression)) return [expression.text];
  if (ts.isParenthesizedExpression(expression) || ts.isAsExpression(expression)) {
    return again(expression.expression);
  }
  if (ts.isNonNullExpression(expression) || ts.isSatisfiesExpression(expression)) {
    return again(expression.expression);
  }
  if (ts.isConditionalExpression(expression)) {
    return [...again(expression.whenTrue), ...again(expression.whenFalse)];
  }
  if (ts.isTemplateExpression(expression)) {
    return expression.templateSpans.reduce<string[]>(
      (texts, span) => joined(texts, again(span.expression), span.literal.text),
      [expression.head.text],
    );
  }
  if (ts.isBinaryExpression(expression)) {
    if (expression.operatorToken.kind === ts.SyntaxKind.PlusToken) {
      return joined(again(expression.left), again(expression.right), '');
    }
    return again(expression.left);
  }
  if (ts.isArrowFunction(expression) && !ts.isBlock(expression.body)) return again(expression.body);
  if (ts.isIdentifier(expression)) {
    const known = localOf(expression) ?? names.get(expression.text);
    return known !== undefined && depth < DEEPEST ? again(known) : [`‹${expression.text}›`];
  }
  if (ts.isCallExpression(expression) && isSameSentence(expression)) {
    return again((expression.expression as ts.PropertyAccessExpression).expression);
  }
  return [`‹${nameOf(expression)}›`];
}

/** `words.trim()` and the like. */
function isSameSentence({ expression }: ts.CallExpression): boolean {
  return (
    ts.isPropertyAccessExpression(expression) && /^(replace|replaceAll|trim)$/.test(expression.name.text)
  );
}

/** A sentence that was given the name just before, in one of the blocks around it. */
function localOf(identifier: ts.Identifier): ts.Expression | undefined {
  for (let node: ts.Node = identifier; !ts.isSourceFile(node); node = node.parent) {
    if (!ts.isBlock(node)) continue;
    for (const { declarationList } of node.statements.filter(ts.isVariableStatement)) {
      const found = declarationList.declarations.find(({ name }) => name.getText() === identifier.text);
      const value = found?.initializer;
      if (
        value &&
        (ts.isStringLiteralLike(value) || ts.isTemplateExpression(value) || ts.isConditionalExpression(value))
      ) {
        return value;
      }
    }
  }
  return undefined;
}

function joined(heads: readonly string[], middles: readonly string[], tail: string): string[] {
  // A sentence with three conditions has eight forms; the page shows those of the first.
  const some = heads.length * middles.length > 4 ? middles.slice(0, 1) : middles;
  return heads.flatMap((head) => some.map((middle) => `${head}${middle}${tail}`));
}

/** A short name of a value that nobody knows before: the last word of how it is reached. */
function nameOf(expression: ts.Expression): string {
  if (ts.isIdentifier(expression)) return expression.text;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  if (ts.isElementAccessExpression(expression)) return nameOf(expression.expression);
  if (ts.isCallExpression(expression)) {
    const [first] = expression.arguments;
    const called = nameOf(expression.expression);
    return first && /^(String|usDate|isoOf|formatDollars|absolute|counted|cellName)$/.test(called)
      ? nameOf(first)
      : called;
  }
  return '…';
}
