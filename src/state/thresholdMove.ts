/** What a key can ask of the threshold. */
export type ThresholdMove =
  | 'stepUp'
  | 'stepDown'
  | 'pageUp'
  | 'pageDown'
  | 'nextChange'
  | 'previousChange'
  | 'start'
  | 'end';
