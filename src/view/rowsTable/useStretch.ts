import { useState } from 'react';

/** Rows fetched beyond what is in sight, so that scrolling rarely meets a gap. */
const MARGIN = 40;
/** Rows fetched at a time. */
export const STRETCH = 16 + 2 * MARGIN;

interface Stretch {
  /** The first row in sight, by its place in the list. */
  readonly first: number;
  /** Where the fetched stretch begins; it moves on only when it is about to run out. */
  readonly from: number;
  readonly goTo: (first: number) => void;
}

/** Where a long list is scrolled to, and the part of it that is fetched for that. */
export function useStretch(): Stretch {
  const [first, setFirst] = useState(0);
  const [from, setFrom] = useState(0);
  const goTo = (row: number) => {
    setFirst(row);
    if (Math.abs(row - MARGIN - from) > MARGIN / 2) setFrom(Math.max(0, row - MARGIN));
  };
  return { first, from, goTo };
}
