import { describe, expect, it } from 'vitest';
import { countSkipped, SkipLog } from '../../../src/core/rows/accounting.ts';

const placeAt = (line: number) => ({ file: 'f.csv', line });

describe('SkipLog', () => {
  it('counts by reason, the most frequent first, with the first five places', () => {
    const log = new SkipLog();
    log.add('missingLabel', () => placeAt(2));
    for (let line = 3; line < 10; line++) log.add('badWeight', () => placeAt(line));
    expect(log.entries()).toEqual([
      { reason: 'badWeight', count: 7, places: [3, 4, 5, 6, 7].map(placeAt) },
      { reason: 'missingLabel', count: 1, places: [placeAt(2)] },
    ]);
    expect(countSkipped(log.entries())).toBe(8);
  });

  it('does not ask for places that it does not keep', () => {
    const log = new SkipLog();
    let asked = 0;
    const place = () => placeAt(++asked);
    for (let count = 0; count < 50; count++) log.add('otherLabel', place);
    expect(asked).toBe(5);
  });

  it('keeps the first twenty rows of each reason, as far as they are in the dataset', () => {
    const log = new SkipLog();
    for (let row = 0; row < 30; row++) log.add('missingScore', () => placeAt(row), row * 2);
    log.add('tooFewFields', () => placeAt(99));
    expect(log.rowsOf('missingScore')).toEqual(Array.from({ length: 20 }, (_, at) => at * 2));
    expect(log.rowsOf('tooFewFields')).toEqual([]);
    expect(log.rowsOf('badWeight')).toEqual([]);
  });

  it('has nothing to tell at first', () => {
    expect(new SkipLog().entries()).toEqual([]);
    expect(countSkipped([])).toBe(0);
  });
});
