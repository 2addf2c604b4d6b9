/** Round numbers between two ends, at most `most` of them, the finest 1-2-5 step that fits. */
export function axisTicks(low: number, high: number, most: number): readonly number[] {
  const span = high - low;
  if (!(span > 0) || !Number.isFinite(span)) return Number.isFinite(low) ? [low] : [];
  const magnitude = 10 ** Math.floor(Math.log10(span / most));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => span / size + 1 <= most + 1e-9) ?? span;
  const ticks: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i += 1) ticks.push(i === 0 ? 0 : i * step);
  return ticks;
}

/** As many decimals as tell the ticks apart. */
export function tickText(tick: number, ticks: readonly number[]): string {
  const step = ticks.length > 1 ? Math.abs(ticks[1] - ticks[0]) : 1;
  const decimals = Math.min(10, Math.max(0, -Math.floor(Math.log10(step) + 1e-9)));
  return tick.toFixed(decimals).replace('-', '−');
}
