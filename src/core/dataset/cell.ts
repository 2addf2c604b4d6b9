/** What a cell of text spells: a number, a missing value, or neither. */

/** Every way to write that there is no value. */
export const MISSING_SPELLINGS: ReadonlySet<string> = new Set(
  ['', '\\N', '#N/A N/A', '1.#IND', '-1.#IND', '1.#QNAN', '-1.#QNAN']
    .concat('- . \u2212 \u2013 \u2014 NaN nan NAN -nan -NaN NA N/A n/a <NA> null Null NULL None nil'.split(' '))
    .concat('#N/A #NA #DIV/0! #NUM! #VALUE! #REF! #NAME? #NULL! #NV #WERT! #BEZUG! #ZAHL! #VALEUR!'.split(' ')),
);

const DECIMAL = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?$/;
const INFINITE = /^([+-]?)inf(?:inity)?$/i;
const IDENTIFIER = /^[+-]?0\d+$/;
const DIGITS = /^[+-]?\d+$/;

/** Nearly every numeric cell is a decimal such as 0.1234 or 17, for which Number() alone is exact. */
const PLAIN = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{0,30})?$/;

/** Whether a trimmed cell stands for "no value here". */
export function spellsMissing(cell: string): boolean {
  return MISSING_SPELLINGS.has(cell);
}

/**
 * The number a cell spells with a decimal point and nothing between thousands, surrounding blanks ignored; NaN where it spells none.
 * Infinities count as numbers. Whole numbers with a leading zero or beyond 2^53 are identifiers, hence none: as doubles they would
 * lose digits. Hexadecimal, 1_000 and amounts with a currency sign are no numbers. O(length).
 */
export function numberIn(cell: string): number {
  if (PLAIN.test(cell)) return Number(cell);
  return plainNumber(straightened(cell));
}

const FULL_WIDTH = /[\uff01-\uff5e]/;

/** Without surrounding blanks, and with ASCII digits, marks and minus sign. */
function straightened(cell: string): string {
  const text = cell.trim();
  return (FULL_WIDTH.test(text) ? text.normalize('NFKC') : text).replace('\u2212', '-');
}

function plainNumber(text: string): number {
  if (DECIMAL.test(text)) {
    if (IDENTIFIER.test(text)) return Number.NaN;
    const value = Number(text);
    return DIGITS.test(text) && Math.abs(value) > Number.MAX_SAFE_INTEGER ? Number.NaN : value;
  }
  const infinite = INFINITE.exec(text);
  if (infinite === null) return Number.NaN;
  return infinite[1] === '-' ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
}

/** Blanks (plain, no-break, thin, narrow) and apostrophes. */
const GAP = "[ \u00a0\u2009\u202f'\u2019]";
/** Digits in groups of three with the same mark between all of them, then perhaps decimals. */
const groups = (mark: string, decimal: string) =>
  new RegExp(`^([+-]?[1-9]\\d{0,2}(${mark})\\d{3}(?:\\2\\d{3})*)(?:${decimal}(\\d*))?$`);
const GAPS = groups(GAP, '\\.');
const COMMAS = groups(',', '\\.');
const POINTS_OR_GAPS = groups(`\\.|${GAP}`, ',');

const DECIMAL_COMMA = /^[+-]?(?:\d+,\d*|,\d+)(?:[eE][+-]?\d+)?$/;

function groupedNumber(text: string, pattern: RegExp): number {
  const [, whole, mark, decimals] = pattern.exec(text) ?? [];
  return whole === undefined
    ? Number.NaN
    : plainNumber(`${whole.replaceAll(mark, '')}${decimals ? `.${decimals}` : ''}`);
}

/** The number a cell spells with a decimal comma, perhaps with points or gaps between thousands (0,25; 1.234,5; 12); NaN else. */
export function numberWithComma(cell: string): number {
  const text = straightened(cell);
  if (DECIMAL_COMMA.test(text)) return Number(text.replace(',', '.'));
  const isBare = !text.includes(',') && !text.includes('.');
  const value = isBare ? plainNumber(text) : Number.NaN;
  return Number.isNaN(value) ? groupedNumber(text, POINTS_OR_GAPS) : value;
}

/** The number a cell spells with commas between thousands and a decimal point (1,234.5; 0.25); NaN else. */
export function numberWithThousandsComma(cell: string): number {
  const text = straightened(cell);
  return text.includes(',') ? groupedNumber(text, COMMAS) : plainNumber(text);
}

/** The number a cell spells with blanks or apostrophes between thousands and a decimal point (1 234.5; 1'234.5; 0.25); NaN else. */
export function numberWithThousandsGap(cell: string): number {
  const text = straightened(cell);
  const value = plainNumber(text);
  return Number.isNaN(value) ? groupedNumber(text, GAPS) : value;
}

/** The number before a percent sign, in percent (53.2 for "53.2 %"). NaN where there is no percent sign. */
export function numberOfPercent(cell: string): number {
  return beforePercent(cell, numberWithThousandsGap);
}

/** The same with a decimal comma (53.2 for "53,2 %"). */
export function numberOfPercentWithComma(cell: string): number {
  return beforePercent(cell, numberWithComma);
}

function beforePercent(cell: string, numberOf: (text: string) => number): number {
  const text = straightened(cell);
  return text.endsWith('%') ? numberOf(text.slice(0, -1)) : Number.NaN;
}

/** Whether a comma in a number may mark decimals as well as thousands: "1,234", but neither "0,234" nor "1,23" nor "1,234,567". */
export function hasAmbiguousComma(cell: string): boolean {
  return /^[+-]?[1-9]\d{0,2},\d{3}$/.test(straightened(cell));
}

/** Whether a cell spells a number in one way or another. O(length). */
export function spellsNumber(cell: string): boolean {
  const ways = [
    numberIn,
    numberWithComma,
    numberWithThousandsComma,
    numberWithThousandsGap,
    numberOfPercent,
    numberOfPercentWithComma,
  ];
  return ways.some((numberOf) => !Number.isNaN(numberOf(cell)));
}
