/**
 * Every argument of a call stands on the stack: `push(...rows)` and `Math.max(...rows)` fail at some hundred thousand
 * rows. Tuples, whose length is known, may be spread.
 */
export const spreadData = {
  meta: {
    type: 'problem',
    messages: {
      spread: 'A list of any length overflows the stack when it is spread into a call: use a loop.',
    },
    schema: [],
  },
  create(context) {
    const { program, getTypeAtLocation } = context.sourceCode.parserServices;
    const checker = program.getTypeChecker();
    const isTuple = (type) => checker.isTupleType(type) && !type.target.hasRestElement;
    return {
      ':matches(CallExpression, NewExpression) > SpreadElement'(node) {
        const type = getTypeAtLocation(node.argument);
        if (!(type.isUnion() ? type.types : [type]).every(isTuple)) {
          context.report({ node, messageId: 'spread' });
        }
      },
      "CallExpression[callee.property.name='apply']"(node) {
        context.report({ node, messageId: 'spread' });
      },
    };
  },
};
