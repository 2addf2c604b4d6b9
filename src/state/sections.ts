/** The parts of Tune that fold to a heading on a narrow screen, in their order on the page. */
export const TUNE_SECTIONS = [
  'certainty',
  'honest',
  'price',
  'requirements',
  'production',
  'triage',
  'precisionRecall',
  'roc',
  'sweep',
  'goal',
  'gain',
  'lift',
  'decisionCurve',
  'reliability',
  'ks',
  'automation',
  'metrics',
  'scores',
] as const;

export type TuneSection = (typeof TUNE_SECTIONS)[number];

/** What stands open on a narrow screen until somebody says otherwise: how sure the answer is, and the first of the curves. */
export const USUALLY_OPEN: readonly TuneSection[] = ['certainty', 'precisionRecall'];

export const isTuneSection = (name: string): name is TuneSection => TUNE_SECTIONS.some((section) => section === name);

/** The open sections with one opened or closed, in their order on the page, so that equal choices make equal links. */
export const withSection = (open: readonly TuneSection[], section: TuneSection, isOpen: boolean) =>
  TUNE_SECTIONS.filter((each) => (each === section ? isOpen : open.includes(each)));
