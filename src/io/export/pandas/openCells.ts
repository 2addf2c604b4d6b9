import { JsonError, wholeValue } from '../../read/json/jsonText.ts';
import type { ListOrigin } from '../../read/lists/listOrigin.ts';
import type { ListNode } from '../../read/lists/parseList.ts';
import { columnNamed } from './pythonLiteral.ts';

/** How Python opens the cells of a column. */
export interface OpenedCells {
  /** As JSON, as Python's own literals, or as a list of single values with whatever around it. */
  readonly kind: 'json' | 'literal' | 'flat';
  /** Some cells are vectors of which only the values that are not 0 are written. */
  readonly hasSparse: boolean;
  /** Lists stand in a list with blanks between them, as NumPy writes it. */
  readonly isGapped: boolean;
  /** Keys of objects that are whole numbers in Python. */
  readonly wholeKeys: ReadonlySet<string>;
}

/** Tells how Python opens cells; null where no short code does. O(characters). */
export function openerOf(cells: readonly string[], nodes: readonly ListNode[]): OpenedCells | null {
  const opened = { hasSparse: false, isGapped: false, wholeKeys: new Set<string>() };
  if (cells.every(isJson)) return { ...opened, kind: 'json' };
  if (cells.every((cell) => isLiteral(cell))) {
    const hasSparse = cells.some((cell) => SPARSE.test(cell));
    return {
      kind: 'literal',
      hasSparse,
      isGapped: cells.some((cell) => GAP.test(cell)),
      wholeKeys: wholeKeysOf(cells),
    };
  }
  return cells.every((cell, at) => isSame(flatItems(cell), nodes[at])) ? { ...opened, kind: 'flat' } : null;
}

function isJson(cell: string): boolean {
  try {
    wholeValue(cell);
    return true;
  } catch (error) {
    if (error instanceof JsonError) return false;
    throw error;
  }
}

const SPARSE = /^\(\s*\d+\s*,\s*\[/;
const GAP = /[\])}]\s+[[({]/;
const STRING = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;
const NUMBER = /[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?/y;

/** Whether a cell is a literal of Python, but for commas between its lists. Braces without a colon are a set there. */
function isLiteral(cell: string): boolean {
  const bare = cell.replace(STRING, '0').replace(/\b(?:None|True|False)\b/g, '0');
  const parts = bare.split(/[\s,:()[\]{}]+/).filter((part) => part !== '');
  const areNumbers = parts.every((part) => {
    NUMBER.lastIndex = 0;
    return NUMBER.exec(part)?.[0] === part && !/^[-+]?0\d/.test(part);
  });
  return areNumbers && !/[\w.]\s+[-+\w.]/.test(bare) && !/\{[^:{}]+\}/.test(bare);
}

function wholeKeysOf(cells: readonly string[]): Set<string> {
  const bare = cells.map((cell) => cell.replace(STRING, '0'));
  return new Set(
    cells.flatMap((cell, at) =>
      cell === '' ? [] : Array.from(bare[at].matchAll(/[{,]\s*(\d+)\s*:/g), ([, key]) => key),
    ),
  );
}
/** `np.float64(0.25)` for 0.25, and the innermost list of single values; the code that is given does the same. */
const CALL = /[A-Za-z][\w.]*\(([^()[\]{},]*)\)/g;
const INNERMOST = /([^[\](){}]+)[\])}]/;
const BETWEEN = /[\s,;]+/;

/** The values of the list in a cell, whatever stands around it; none where there is no list. */
export function flatItems(cell: string): string[] {
  const inner = INNERMOST.exec(cell.replace(CALL, '$1'))?.[1].trim();
  return inner === undefined ? [] : inner.split(BETWEEN);
}

function isSame(items: readonly string[], node: ListNode): boolean {
  if (!Array.isArray(node)) return false;
  if (node.length === 1 && Array.isArray(node[0])) return isSame(items, node[0]);
  return items.length === node.length && items.every((item, at) => item === node[at]);
}

/** The lines that make a series `cells` of the lists and objects in a column. `isText`: all its cells are text; else some are lists. */
export function cellsExpression({ column, isUneven }: ListOrigin, opened: OpenedCells, isText: boolean): string {
  const cells = columnNamed(column);
  if (opened.kind === 'flat') {
    const bare = `${cells}.str.replace(r"${CALL.source}", r"\\1", regex=True)`;
    return `cells = ${bare}.str.extract(r"${INNERMOST.source}", expand=False).str.strip().str.split(r"${BETWEEN.source}", regex=True)\n`;
  }
  const text = opened.isGapped ? `re.sub(r"(?<=[\\])}])\\s+(?=[\\[({])", ", ", cell)` : 'cell';
  const call = opened.kind === 'json' ? 'json.loads' : 'ast.literal_eval';
  const dense = opened.hasSparse
    ? `cells = cells.map(lambda v: ${zeros('v[0]', 'v[1]', 'v[2]')} if isinstance(v, tuple) else v, na_action="ignore")\n`
    : '';
  if (isUneven) {
    const given = isText ? '' : '    if not isinstance(cell, str):\n        return cell\n';
    return `def opened(cell):
${given}    try:
        value = ${call}(${text})
    except (SyntaxError, TypeError, ValueError):
        return None
    return value if isinstance(value, (dict, list, tuple)) else None
cells = ${cells}.map(opened)
${dense}`;
  }
  const plain = opened.isGapped ? `lambda cell: ${call}(${text})` : call;
  return `cells = ${cells}.map(${isText ? plain : `lambda cell: ${call}(${text}) if isinstance(cell, str) else cell`})\n${dense}`;
}

/** A vector of which only some values are written, as a list. */
export const zeros = (size: string, places: string, values: string): string =>
  `[dict(zip(${places}, ${values})).get(i, 0.0) for i in range(${size})]`;
