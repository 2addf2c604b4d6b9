/** What a cell of text spells: a number, a missing value, or neither. */

const MISSING = new Set(
  ['']
    .concat('- . NaN nan NAN -nan -NaN NA N/A n/a <NA> null Null NULL None nil'.split(' '))
    .concat('#N/A #NA #DIV/0! #NUM! #VALUE! #REF!'.split(' ')),
);

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const IDENTIFIER = /^[+-]?0\d+$/;
const DIGITS = /^[+-]?\d+$/;

const ZERO = 48;
const NINE = 57;
const POINT = 46;
const MINUS = 45;

/** Whether a trimmed cell stands for "no value here". */
export function spellsMissing(cell: string): boolean {
  return MISSING.has(cell);
}

/**
 * The number a cell spells in decimal notation, surrounding blanks ignored; NaN where it spells none. Infinities count as numbers.
 * Whole numbers with a leading zero or beyond 2^53 are identifiers, hence none: as doubles they would lose digits. O(length).
 */
export function numberIn(cell: string): number {
  // Nearly every numeric cell is a plain decimal such as 0.1234 or 17, for which Number() alone is exact.
  const first = cell.charCodeAt(0);
  const isPlainStart = first === POINT || first === MINUS || (first >= ZERO && first <= NINE);
  if (isPlainStart && cell.length < 30) {
    const value = Number(cell);
    const zeroAt = first === MINUS ? 1 : 0;
    const follower = cell.charCodeAt(zeroAt + 1);
    const isSuspect = cell.charCodeAt(zeroAt) === ZERO && follower !== POINT && cell.length > zeroAt + 1;
    if (!isSuspect && Math.abs(value) <= Number.MAX_SAFE_INTEGER) return value;
  }
  return numberInOddSpelling(cell);
}

function numberInOddSpelling(cell: string): number {
  const text = cell.trim().replace('\u2212', '-');
  if (DECIMAL.test(text)) {
    if (IDENTIFIER.test(text)) return Number.NaN;
    const value = Number(text);
    return DIGITS.test(text) && Math.abs(value) > Number.MAX_SAFE_INTEGER ? Number.NaN : value;
  }
  const infinite = INFINITE.exec(text);
  if (infinite === null) return Number.NaN;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

const GROUPED_COMMA = /^[+-]?\d{1,3}(?:[.\u00a0\u202f ]\d{3})+(?:,\d+)?$/;
const COMMA = /^[+-]?\d*,\d+(?:[eE][+-]?\d+)?$/;

/** The number a cell spells with a decimal comma (0,25; 1.234,5); whole numbers too. NaN else. */
export function numberWithComma(cell: string): number {
  const text = cell.replace('\u2212', '-');
  if (COMMA.test(text)) return Number(text.replace(',', '.'));
  if (GROUPED_COMMA.test(text)) return Number(text.replace(/[.\u00a0\u202f ]/g, '').replace(',', '.'));
  return DIGITS.test(text) ? numberIn(text) : Number.NaN;
}

/** Whether a comma in it can only be a decimal one: "1,234" may also be a thousand. */
export function hasCertainDecimalComma(cell: string): boolean {
  const comma = cell.indexOf(',');
  return comma >= 0 && !/^[+\-\u2212]?[1-9]\d{0,2},\d{3}$/.test(cell);
}

/** Whether a cell spells a number in one way or another. */
export function spellsNumber(cell: string): boolean {
  return [numberIn, numberWithComma, numberOfPercent].some((number) => !Number.isNaN(number(cell)));
}

/** The number before a percent sign, in percent (53.2 for "53,2 %"). NaN where there is no percent sign. */
export function numberOfPercent(cell: string): number {
  if (!cell.endsWith('%')) return Number.NaN;
  const text = cell.slice(0, -1).trimEnd();
  const value = numberIn(text);
  return Number.isNaN(value) ? numberWithComma(text) : value;
}
