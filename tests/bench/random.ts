/** A seeded source of numbers in (0, 1): the same seed gives the same numbers everywhere (Mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 2 ** 32;
  };
}

/** A draw from the standard normal distribution (Box–Muller). */
export function normalDraw(random: () => number): number {
  return Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());
}

/** Labels and probabilities as a fair classifier gives them: `prevalence` positives, logits two apart and normally scattered. */
export function predictions(
  rows: number,
  { prevalence = 0.1, seed = 1 } = {},
): { yTrue: Uint8Array; yScore: Float64Array } {
  const random = seededRandom(seed);
  const yTrue = new Uint8Array(rows);
  const yScore = new Float64Array(rows);
  for (let row = 0; row < rows; row++) {
    yTrue[row] = random() < prevalence ? 1 : 0;
    yScore[row] = 1 / (1 + Math.exp(-(normalDraw(random) + (yTrue[row] === 1 ? 0.5 : -1.5))));
  }
  return { yTrue, yScore };
}
