import { createRef } from 'react';
import type { NumberFieldHandle } from '../../controls/NumberField.tsx';

/** The number field of the threshold, so that a digit typed on the slider goes on in it. */
export const thresholdField = createRef<NumberFieldHandle>();
