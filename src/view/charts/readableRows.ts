/** A table that a person reads has at most this many rows. */
export const MOST_ROWS = 21;

/**
 * The first place at which the values reach each of 21 even steps from 0 to 1, without repeats. The values must not fall; those at
 * which `isShown` is false are passed over.
 */
export function placesAtSteps(values: ArrayLike<number>, isShown: (place: number) => boolean): readonly number[] {
  const places: number[] = [];
  let step = 0;
  for (let i = 0; i < values.length && step < MOST_ROWS; i++) {
    if (!isShown(i) || !(values[i] >= step / (MOST_ROWS - 1) - 1e-12)) continue;
    places.push(i);
    while (step < MOST_ROWS && values[i] >= step / (MOST_ROWS - 1) - 1e-12) step++;
  }
  return places;
}
