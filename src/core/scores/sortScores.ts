/** Below this many scores the histograms of the radix sort cost more than they save. */
const NATIVE_BELOW = 20_000;
/** So few scores that agree in their high word are put in order by insertion. */
const FEW = 16;

/** Some of a double's 64 bits. No digit crosses the border between the two 32-bit words. */
interface Digit {
  readonly inHighWord: boolean;
  readonly shift: number;
  readonly mask: number;
  /** Buckets from here on hold negative numbers: the sign is the top bit of the leading digit. */
  readonly firstNegative: number;
}

const BUCKETS = 0x800;
const LOW_DIGITS: readonly Digit[] = [
  { inHighWord: false, shift: 0, mask: 0x7ff, firstNegative: BUCKETS },
  { inHighWord: false, shift: 11, mask: 0x7ff, firstNegative: BUCKETS },
  { inHighWord: false, shift: 22, mask: 0x3ff, firstNegative: BUCKETS },
];
/** Sign, exponent and the first 20 bits of the fraction. */
const HIGH_DIGITS: readonly Digit[] = [
  { inHighWord: true, shift: 0, mask: 0x7ff, firstNegative: BUCKETS },
  { inHighWord: true, shift: 11, mask: 0x7ff, firstNegative: BUCKETS },
  { inHighWord: true, shift: 22, mask: 0x3ff, firstNegative: 0x200 },
];

/** Which of a double's two words holds sign and exponent depends on the machine. */
const HIGH_WORD = new Uint32Array(Float64Array.of(1).buffer)[0] === 0 ? 1 : 0;

/**
 * Sorts scores ascending in place, as `scores.sort()` does (−0 before 0). Scores must be numbers, not NaN. Radix sort over the high
 * words of the doubles, least significant digit first, then each stretch of scores that agree there is sorted by itself: O(n) unless
 * many scores agree in 32 bits, then O(n log n); n doubles of scratch space. Agrees with `numpy.sort`.
 */
export function sortAscending(scores: Float64Array): void {
  if (scores.length < NATIVE_BELOW) {
    scores.sort();
    return;
  }
  radixSort(scores, null, HIGH_DIGITS);
  sortWithinHighWords(scores);
}

/**
 * Sorts scores ascending in place and moves each one's weight along with it; which of two equal scores comes first is not promised.
 * Scores must be numbers, not NaN; both arrays have the same length. Radix sort over all bits, O(n). Agrees with
 * `numpy.argsort(scores)` applied to both.
 */
export function sortAscendingWithWeights(scores: Float64Array, weights: Float64Array): void {
  radixSort(scores, weights, [...LOW_DIGITS, ...HIGH_DIGITS]);
}

/** Sorts by some digits, least significant first; passes in which all scores agree are left out. */
function radixSort(scores: Float64Array, weights: Float64Array | null, digits: readonly Digit[]): void {
  const count = scores.length;
  let from = scores;
  let to: Float64Array = new Float64Array(count);
  let weightsFrom = weights;
  let weightsTo: Float64Array = new Float64Array(weights === null ? 0 : count);
  for (const digit of digits) {
    const words = wordsOf(from);
    const histogram = countDigit(words, digit);
    if (histogram.lastIndexOf(count, digit.firstNegative - 1) >= 0) continue;
    if (weightsFrom !== null) {
      moveByDigit(weightsFrom, weightsTo, words, digit, placesOf(histogram, digit));
      [weightsFrom, weightsTo] = [weightsTo, weightsFrom];
    }
    moveByDigit(from, to, words, digit, placesOf(histogram, digit));
    [from, to] = [to, from];
  }
  if (from !== scores) scores.set(from);
  if (weightsFrom !== null && weightsFrom !== weights) weights?.set(weightsFrom);
}

function wordsOf(scores: Float64Array): Uint32Array {
  return new Uint32Array(scores.buffer, scores.byteOffset, 2 * scores.length);
}

function countDigit(words: Uint32Array, { inHighWord, shift, mask }: Digit): Uint32Array {
  const histogram = new Uint32Array(BUCKETS);
  for (let i = inHighWord ? HIGH_WORD : 1 - HIGH_WORD; i < words.length; i += 2)
    histogram[(words[i] >>> shift) & mask]++;
  return histogram;
}

/**
 * Where each bucket is filled from. Negative numbers come first, largest bits first, and grow towards zero while their bits shrink:
 * their buckets are filled from behind their last place.
 */
function placesOf(histogram: Uint32Array, { mask, firstNegative }: Digit): Uint32Array {
  const places = new Uint32Array(BUCKETS);
  let place = 0;
  for (let bucket = mask; bucket >= firstNegative; bucket--) {
    place += histogram[bucket];
    places[bucket] = place;
  }
  for (let bucket = 0; bucket < firstNegative; bucket++) {
    places[bucket] = place;
    place += histogram[bucket];
  }
  return places;
}

/** One pass: moves each value to the next place of the bucket that its score's digit names. */
function moveByDigit(
  values: Float64Array,
  to: Float64Array,
  words: Uint32Array,
  { inHighWord, shift, mask, firstNegative }: Digit,
  places: Uint32Array,
): void {
  const word = inHighWord ? HIGH_WORD : 1 - HIGH_WORD;
  for (let i = 0; i < values.length; i++) {
    const bucket = (words[2 * i + word] >>> shift) & mask;
    to[bucket < firstNegative ? places[bucket]++ : --places[bucket]] = values[i];
  }
}

/** Completes the order of scores that are sorted by their high words. */
function sortWithinHighWords(scores: Float64Array): void {
  const words = wordsOf(scores);
  let start = 0;
  for (let i = 1; i <= scores.length; i++) {
    if (i < scores.length && words[2 * i + HIGH_WORD] === words[2 * start + HIGH_WORD]) continue;
    if (i - start > FEW) scores.subarray(start, i).sort();
    else sortByInsertion(scores, start, i);
    start = i;
  }
}

function sortByInsertion(scores: Float64Array, start: number, end: number): void {
  for (let i = start + 1; i < end; i++) {
    const score = scores[i];
    let place = i;
    while (place > start && scores[place - 1] > score) {
      scores[place] = scores[place - 1];
      place--;
    }
    scores[place] = score;
  }
}
