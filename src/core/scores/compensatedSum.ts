/**
 * A running sum that carries its rounding error along (Neumaier's variant of Kahan summation), so that a sum over millions of rows
 * is right to about one unit in the last place, where plain addition would lose several digits. Agrees with Python's `math.fsum` to
 * that precision. O(1) an addition. Terms must be finite.
 */
export class CompensatedSum {
  private sum = 0;
  private error = 0;

  add(term: number): void {
    const next = this.sum + term;
    this.error += Math.abs(this.sum) >= Math.abs(term) ? this.sum - next + term : term - next + this.sum;
    this.sum = next;
  }

  /** Adds the first `count` terms, much faster than one by one. */
  addAll(terms: Float64Array, count: number): void {
    let { sum, error } = this;
    for (let i = 0; i < count; i++) {
      const term = terms[i];
      const next = sum + term;
      error += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum;
      sum = next;
    }
    this.sum = sum;
    this.error = error;
  }

  get total(): number {
    return this.sum + this.error;
  }
}
