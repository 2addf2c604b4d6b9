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

  get total(): number {
    return this.sum + this.error;
  }
}
