/** A share as a percentage, without the dust that multiplying by 100 leaves. */
export const percentOf = (share: number): number => Number((share * 100).toPrecision(12));
