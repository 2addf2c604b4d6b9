/** Below this many scores the histograms of the radix sort cost more than they save. */
const NATIVE_BELOW = 20_000;

interface Digit {
  readonly high: boolean;
  readonly shift: number;
  readonly mask: number;
}

/** A double's 64 bits as six digits, least significant first; none of them crosses the border between the two 32-bit words. */
const DIGITS: readonly Digit[] = [
  { high: false, shift: 0, mask: 0x7ff },
  { high: false, shift: 11, mask: 0x7ff },
  { high: false, shift: 22, mask: 0x3ff },
  { high: true, shift: 0, mask: 0x7ff },
  { high: true, shift: 11, mask: 0x7ff },
  { high: true, shift: 22, mask: 0x3ff },
];
const BUCKETS = 0x800;
const LEADING = DIGITS.length - 1;
/** In the leading digit the sign is the top bit: buckets from here on hold negative numbers. */
const FIRST_NEGATIVE = 0x200;

/** Which of a double's two words holds sign and exponent depends on the machine. */
const HIGH_WORD = new Uint32Array(Float64Array.of(1).buffer)[0] === 0 ? 1 : 0;

/**
 * Sorts scores ascending in place, as `scores.sort()` does (−0 before 0). Scores must be numbers, not NaN. Least-significant-digit
 * radix sort over the bits of the doubles, O(n) with six passes of at most 2,048 buckets (passes in which all digits agree are left
 * out) and n doubles of scratch space; the engine's own sort for few scores. Agrees with `numpy.sort`.
 */
export function sortAscending(scores: Float64Array): void {
  if (scores.length < NATIVE_BELOW) scores.sort();
  else radixSort(scores, null);
}

/**
 * Sorts scores ascending in place and moves each one's weight along with it; which of two equal scores comes first is not promised.
 * Scores must be numbers, not NaN; both arrays have the same length. O(n). Agrees with `numpy.argsort(scores)` applied to both.
 */
export function sortAscendingWithWeights(scores: Float64Array, weights: Float64Array): void {
  radixSort(scores, weights);
}

function radixSort(scores: Float64Array, weights: Float64Array | null): void {
  const count = scores.length;
  if (count < 2) return;
  const histograms = countDigits(scores);

  let from = scores;
  let to: Float64Array = new Float64Array(count);
  let weightsFrom = weights;
  let weightsTo: Float64Array = new Float64Array(weights === null ? 0 : count);
  for (let digit = 0; digit < DIGITS.length; digit++) {
    const histogram = histograms[digit];
    const isLeading = digit === LEADING;
    if (histogram.includes(count) && !(isLeading && hasNegatives(histogram))) continue;
    const places = isLeading ? placesBySign(histogram) : placesAscending(histogram);
    // Negative numbers grow towards zero while their bits shrink: the last pass fills their buckets from the back.
    const firstBackward = isLeading ? FIRST_NEGATIVE : BUCKETS;
    const words = wordsOf(from);
    if (weightsFrom !== null) {
      moveByDigit(weightsFrom, weightsTo, words, DIGITS[digit], places.slice(), firstBackward);
      [weightsFrom, weightsTo] = [weightsTo, weightsFrom];
    }
    moveByDigit(from, to, words, DIGITS[digit], places, firstBackward);
    [from, to] = [to, from];
  }
  if (from !== scores) scores.set(from);
  if (weightsFrom !== null && weightsFrom !== weights) weights?.set(weightsFrom);
}

/** One pass: moves each value to the next place of the bucket that its score's digit names. */
function moveByDigit(
  values: Float64Array,
  to: Float64Array,
  words: Uint32Array,
  { high, shift, mask }: Digit,
  places: Uint32Array,
  firstBackward: number,
): void {
  const word = high ? HIGH_WORD : 1 - HIGH_WORD;
  for (let i = 0; i < values.length; i++) {
    const bucket = (words[2 * i + word] >>> shift) & mask;
    to[bucket < firstBackward ? places[bucket]++ : --places[bucket]] = values[i];
  }
}

function wordsOf(scores: Float64Array): Uint32Array {
  return new Uint32Array(scores.buffer, scores.byteOffset, 2 * scores.length);
}

function countDigits(scores: Float64Array): Uint32Array[] {
  const words = wordsOf(scores);
  const [a, b, c, d, e, f] = DIGITS.map(() => new Uint32Array(BUCKETS));
  for (let i = 0; i < words.length; i += 2) {
    const low = words[i + 1 - HIGH_WORD];
    const high = words[i + HIGH_WORD];
    a[low & 0x7ff]++;
    b[(low >>> 11) & 0x7ff]++;
    c[low >>> 22]++;
    d[high & 0x7ff]++;
    e[(high >>> 11) & 0x7ff]++;
    f[high >>> 22]++;
  }
  return [a, b, c, d, e, f];
}

function hasNegatives(histogram: Uint32Array): boolean {
  return histogram.subarray(FIRST_NEGATIVE).some((bucket) => bucket > 0);
}

/** The place where each bucket starts. */
function placesAscending(histogram: Uint32Array): Uint32Array {
  const places = new Uint32Array(BUCKETS);
  for (let bucket = 1; bucket < BUCKETS; bucket++) places[bucket] = places[bucket - 1] + histogram[bucket - 1];
  return places;
}

/** The place behind the last of each bucket of negative numbers, largest magnitude first; then where each of the others starts. */
function placesBySign(histogram: Uint32Array): Uint32Array {
  const places = new Uint32Array(BUCKETS);
  let place = 0;
  for (let bucket = 2 * FIRST_NEGATIVE - 1; bucket >= FIRST_NEGATIVE; bucket--) {
    place += histogram[bucket];
    places[bucket] = place;
  }
  for (let bucket = 0; bucket < FIRST_NEGATIVE; bucket++) {
    places[bucket] = place;
    place += histogram[bucket];
  }
  return places;
}
