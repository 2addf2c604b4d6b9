/** The words of the screen on which rows are looked at one by one. */
export const casesText = {
  'bar.cases': 'Cases',
} as const;
