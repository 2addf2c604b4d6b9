import type { StateCreator } from 'zustand/vanilla';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';
import type { Env } from './env.ts';
import { DEFAULT_SHOWN_RULES } from './ruleSettings.ts';
import type { Theme, TunerState, ViewSlice } from './tunerState.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
export const DEFAULT_CHART_METRICS: readonly ThresholdMetricId[] = ['precision', 'recall', 'f1'];

export const createViewSlice =
  ({ page }: Env): StateCreator<TunerState, [], [], ViewSlice> =>
  (set) => ({
    view: 'tune',
    chosenSplit: null,
    chosenOn: null,
    shownRules: DEFAULT_SHOWN_RULES,
    chartMetrics: DEFAULT_CHART_METRICS,
    matrixShare: 'actual',
    reliabilityBins: 'uniform',
    theme: THEMES.find((theme) => theme === page.recall('theme')) ?? 'system',
    hasHelpKey: page.recall('helpKey') !== 'off',
    setView: (view) => set({ view }),
    setSplit: (chosenSplit) => set({ chosenSplit }),
    setChosenOn: (chosenOn) => set({ chosenOn }),
    setShownRules: (shownRules) => set({ shownRules }),
    setChartMetrics: (chartMetrics) => set({ chartMetrics }),
    setMatrixShare: (matrixShare) => set({ matrixShare }),
    setReliabilityBins: (reliabilityBins) => set({ reliabilityBins }),
    setTheme: (theme) => {
      page.remember('theme', theme);
      set({ theme });
    },
    setHelpKey: (hasHelpKey) => {
      page.remember('helpKey', hasHelpKey ? 'on' : 'off');
      set({ hasHelpKey });
    },
  });
