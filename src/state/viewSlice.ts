import type { StateCreator } from 'zustand/vanilla';
import type { ThresholdMetricId } from '../core/metrics/metric.ts';
import type { Env } from './env.ts';
import { DEFAULT_SHOWN_RULES } from './ruleSettings.ts';
import { USUALLY_OPEN, withSection } from './sections.ts';
import type { TunerState } from './tunerState.ts';
import type { Theme, ViewSlice } from './viewState.ts';

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];
export const DEFAULT_CHART_METRICS: readonly ThresholdMetricId[] = ['precision', 'recall', 'f1'];

export const createViewSlice =
  ({ page }: Env): StateCreator<TunerState, [], [], ViewSlice> =>
  (set) => ({
    view: 'tune',
    viewPressed: null,
    chosenSplit: null,
    chosenOn: null,
    shownRules: DEFAULT_SHOWN_RULES,
    chartMetrics: DEFAULT_CHART_METRICS,
    matrixShare: 'actual',
    reliabilityBins: 'uniform',
    openSections: USUALLY_OPEN,
    theme: THEMES.find((theme) => theme === page.recall('theme')) ?? 'system',
    hasHelpKey: page.recall('helpKey') !== 'off',
    setView: (view) => set(({ isStarting }) => ({ view, viewPressed: isStarting ? view : null })),
    setSplit: (chosenSplit) => set({ chosenSplit }),
    setChosenOn: (chosenOn) => set({ chosenOn }),
    setShownRules: (shownRules) => set({ shownRules }),
    setChartMetrics: (chartMetrics) => set({ chartMetrics }),
    setMatrixShare: (matrixShare) => set({ matrixShare }),
    setReliabilityBins: (reliabilityBins) => set({ reliabilityBins }),
    setSectionOpen: (section, isOpen) =>
      set(({ openSections }) => ({ openSections: withSection(openSections, section, isOpen) })),
    setTheme: (theme) => {
      page.remember('theme', theme);
      set({ theme });
    },
    setHelpKey: (hasHelpKey) => {
      page.remember('helpKey', hasHelpKey ? 'on' : 'off');
      set({ hasHelpKey });
    },
  });
