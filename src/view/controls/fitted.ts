import type { CSSProperties } from 'react';

/** As wide as its text: so many characters and the padding in pixels, where the browser cannot fit a field to its text by itself. */
export const fitted = (characters: number, padding: number): CSSProperties =>
  ({ '--fitted': `calc(${characters}ch + ${padding}px)`, '--characters': characters }) as CSSProperties;
