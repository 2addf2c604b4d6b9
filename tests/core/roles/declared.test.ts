import { describe, expect, it } from 'vitest';
import { profileColumns } from '../../../src/core/dataset/profile.ts';
import { declaredPositive, declaredThreshold } from '../../../src/core/roles/declared.ts';
import { labelValues } from '../../../src/core/roles/labels.ts';
import { inTurn, tableOf } from '../dataset/tables.ts';

type Columns = Parameters<typeof tableOf>[0];

const profilesOf = (columns: Columns) => profileColumns(tableOf({ y: inTurn(['no', 'yes'], 4), ...columns }));
const positiveIn = (columns: Columns) => {
  const profiles = profilesOf(columns);
  return declaredPositive(profiles, labelValues(profiles[0]));
};
const thresholdIn = (columns: Columns) => declaredThreshold(profilesOf(columns));

const YES = { POSITIVE_CLASS: inTurn(['yes'], 4) };

describe('a positive class that the file declares in every row', () => {
  it('is one of the label values', () => {
    expect(positiveIn(YES)).toBe('yes');
    expect(positiveIn({ POSITIVE_CLASS: inTurn(['no'], 4) })).toBe('no');
    expect(positiveIn({ POSITIVE_CLASS: inTurn(['maybe'], 4) })).toBeNull();
    expect(positiveIn({ POSITIVE_CLASS: inTurn(['yes', 'no'], 4) })).toBeNull();
    expect(positiveIn({})).toBeNull();
  });
});

describe('a threshold that the file declares', () => {
  it('is one number beside a positive class', () => {
    expect(thresholdIn({ ...YES, THRESHOLD: inTurn([0.37], 4) })).toBe(0.37);
    expect(thresholdIn({ THRESHOLD: inTurn([0.37], 4) })).toBeNull();
    expect(thresholdIn({ ...YES, THRESHOLD: inTurn([0.37, 0.5], 4) })).toBeNull();
    expect(thresholdIn({ ...YES, THRESHOLD: inTurn(['high'], 4) })).toBeNull();
    expect(thresholdIn(YES)).toBeNull();
  });
});
