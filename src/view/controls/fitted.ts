import type { CSSProperties } from 'react';

/** As wide as its text; `width` where the browser cannot fit a field to its text by itself, and never less. */
export const fitted = (width: string): CSSProperties => ({ '--fitted': width }) as CSSProperties;
