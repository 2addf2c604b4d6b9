import type { BinStrategy } from '../core/calibration/reliability.ts';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';
import type { RuleId } from './ruleSettings.ts';
import type { TuneSection } from './sections.ts';

export type View = 'tune' | 'classes' | 'slices' | 'cases' | 'compare' | 'predict' | 'learn' | 'data';

export type Theme = 'system' | 'light' | 'dark';

/** What the shares in the confusion matrix are shares of. */
export type MatrixShare = 'actual' | 'predicted' | 'all';

export interface ViewSlice {
  readonly view: View;
  /** The screen chosen while the page still opens what its address names, which goes before the address's; null once that is open. */
  readonly viewPressed: View | null;
  /** The split in view as the user chose it; null follows the file. */
  readonly chosenSplit: string | null;
  /** The split that thresholds are chosen on as the user chose it; null follows the file. */
  readonly chosenOn: string | null;
  /** The goals on the list and on the rail, besides the one in force. */
  readonly shownRules: readonly RuleId[];
  readonly chartMetrics: readonly ThresholdMetricId[];
  readonly matrixShare: MatrixShare;
  /** How the bins of the reliability diagram are cut. */
  readonly reliabilityBins: BinStrategy;
  /** The sections of Tune that are open on a narrow screen; on a wide one all are. */
  readonly openSections: readonly TuneSection[];
  readonly theme: Theme;
  /** Whether the single key “?” shows the keys; dictation software types such keys unasked. */
  readonly hasHelpKey: boolean;
  setView(view: View): void;
  setSplit(split: string): void;
  setChosenOn(split: string): void;
  setShownRules(ids: readonly RuleId[]): void;
  setChartMetrics(ids: readonly ThresholdMetricId[]): void;
  setMatrixShare(share: MatrixShare): void;
  setReliabilityBins(strategy: BinStrategy): void;
  setSectionOpen(section: TuneSection, isOpen: boolean): void;
  setTheme(theme: Theme): void;
  setHelpKey(hasHelpKey: boolean): void;
}
