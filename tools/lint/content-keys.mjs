import ts from 'typescript';

const OPEN = ts.TypeFlags.String | ts.TypeFlags.TemplateLiteral | ts.TypeFlags.Any | ts.TypeFlags.Unknown;

/**
 * What a file or a cell says may be `__proto__` or `constructor`, which every plain object knows. So a text that is not
 * one of some known words is looked up in a Map, or after `Object.hasOwn(object, text) ?`.
 */
export const contentKeys = {
  meta: {
    type: 'problem',
    messages: {
      key: 'Any text is a key of a plain object here, also "__proto__": use a Map, or ask Object.hasOwn first.',
    },
    schema: [],
  },
  create(context) {
    const { sourceCode } = context;
    const { program, getTypeAtLocation } = sourceCode.parserServices;
    const checker = program.getTypeChecker();

    /** Not a literal, a union of them, `keyof` of something, a number, or a key of a table's column. */
    const isAnyText = (node) => {
      const type = getTypeAtLocation(node);
      const known = type.isTypeParameter() ? (checker.getBaseConstraintOfType(type) ?? type) : type;
      return (known.isUnion() ? known.types : [known]).some(({ flags }) => (flags & OPEN) !== 0);
    };
    const isAsked = (node) => {
      const question = `Object.hasOwn(${sourceCode.getText(node.object)}, ${sourceCode.getText(node.property)})`;
      return sourceCode
        .getAncestors(node)
        .some(({ type, test }) => type === 'ConditionalExpression' && sourceCode.getText(test) === question);
    };
    const report = (node, key) => {
      if (isAnyText(key)) context.report({ node, messageId: 'key' });
    };
    return {
      'MemberExpression[computed=true]'(node) {
        if (!isAsked(node)) report(node, node.property);
      },
      'ObjectPattern > Property[computed=true]': (node) => report(node, node.key),
      "BinaryExpression[operator='in']": (node) => report(node, node.left),
    };
  },
};
