const ZERO = 48;
const NINE = 57;
const POINT = 46;
const MINUS = 45;

/** Digits whose number fits into a word of the processor. */
const WORD_DIGITS = 9;
/** Up to so many digits a double is exact whatever they are. */
const EXACT_DIGITS = 15;
/** Powers of ten that are doubles. */
const POWERS = Float64Array.from({ length: 23 }, (_, exponent) => Number(`1e${exponent}`));
/** What separates the upper half of a double's digits from the lower one (2^27 + 1). */
const SPLITTER = 134217729;
/** Far more than the smaller part of the quotient can be off, relative to itself. */
const DOUBT = 2 ** -40;

/**
 * The number that bytes[start..end) spell in ASCII digits, with a minus and, where `allowsPoint`, one decimal point between digits: the
 * very double that `Number` gives, without making a string. NaN where that is not certain: whatever else may spell a number (blanks,
 * exponents, needless zeros, more than 18 digits, whole numbers of more than 15) is left to slower readers. O(length).
 */
export function plainDecimal(bytes: Uint8Array, start: number, end: number, allowsPoint: boolean): number {
  const isNegative = bytes[start] === MINUS;
  const first = isNegative ? start + 1 : start;
  let upper = 0;
  let lower = 0;
  let digits = 0;
  let point = -1;
  for (let at = first; at < end; at++) {
    const digit = bytes[at] - ZERO;
    if (digit >= 0 && digit <= NINE - ZERO) {
      if (digits < WORD_DIGITS) upper = (upper * 10 + digit) | 0;
      else lower = (lower * 10 + digit) | 0;
      // Zeros in front are no digits of the number.
      if (upper > 0) digits++;
    } else if (allowsPoint && digit === POINT - ZERO && point < 0 && at > first) point = at;
    else return Number.NaN;
  }
  const decimals = point < 0 ? 0 : end - point - 1;
  const isIdentifier = bytes[first] === ZERO && end - first > 1 && point !== first + 1;
  if (end === first || point === end - 1 || isIdentifier || decimals >= POWERS.length) return Number.NaN;
  if (digits > (decimals === 0 ? EXACT_DIGITS : 2 * WORD_DIGITS)) return Number.NaN;
  // Exact: 30 bits times a power of five of 21 bits at most.
  const product = digits > WORD_DIGITS ? upper * POWERS[digits - WORD_DIGITS] : upper;
  const value =
    digits <= EXACT_DIGITS ? (product + lower) / POWERS[decimals] : roundedQuotient(product, lower, POWERS[decimals]);
  return isNegative ? -value : value;
}

/**
 * (product + lower) / divisor, rounded once: the numerator as an exact sum of two doubles, the quotient as one that is nearly so
 * (Dekker 1971). NaN where its smaller part does not tell to which side to round.
 */
function roundedQuotient(product: number, lower: number, divisor: number): number {
  const high = product + lower;
  const low = lower - (high - product);
  const first = high / divisor;
  const back = first * divisor;
  const second = (high - back - productError(first, divisor, back) + low) / divisor;
  const value = first + second * (1 + DOUBT);
  return value === first + second * (1 - DOUBT) ? value : Number.NaN;
}

/** By how much the product of two doubles is off: exact. */
function productError(a: number, b: number, product: number): number {
  const aHigh = SPLITTER * a - (SPLITTER * a - a);
  const bHigh = SPLITTER * b - (SPLITTER * b - b);
  const aLow = a - aHigh;
  const bLow = b - bHigh;
  return aLow * bLow - (product - aHigh * bHigh - aLow * bHigh - aHigh * bLow);
}
