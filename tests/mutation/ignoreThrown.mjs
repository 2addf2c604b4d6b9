/**
 * What is needed of a place in the syntax tree.
 * @typedef {object} Place
 * @property {() => boolean} isStringLiteral
 * @property {() => boolean} isTemplateLiteral
 * @property {() => boolean} isNewExpression
 * @property {() => boolean} isThrowStatement
 * @property {Place | null} parentPath
 * @property {{ callee?: { type: string, name?: string } }} node
 */

/** Leaves out the words of errors that only programmers read: nothing in the program depends on them. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'thrown',
    value: {
      /** @param {Place} path */
      shouldIgnore(path) {
        const error = path.parentPath;
        if (!(path.isStringLiteral() || path.isTemplateLiteral()) || !error?.isNewExpression()) return undefined;
        const isRangeError = error.node.callee?.name === 'RangeError';
        return isRangeError && error.parentPath?.isThrowStatement() ? 'words for programmers' : undefined;
      },
    },
  },
];
