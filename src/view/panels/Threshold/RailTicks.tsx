import type { SliderScale } from '../../../core/choose/stops.ts';
import { formatPercent, formatThreshold } from '../../../i18n/format.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import type { RuleSettings } from '../../../state/ruleSettings.ts';
import { type RuleChoice, selectRules } from '../../../state/rules.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { shareOf } from './railScale.ts';

/** The short name of a rule as it stands under the rail. */
function tickName({ id }: RuleChoice, settings: RuleSettings): string {
  const percent = (share: number) => formatPercent(share, Number.isInteger(Math.round(share * 1e6) / 1e4) ? 0 : 1);
  switch (id) {
    case 'lowestCost':
      return translate('tick.cost');
    case 'highestMetric':
      return translate(`metric.${settings.metric}.name` as TextKey);
    case 'minPrecision':
      return translate('tick.precision', { share: percent(settings.minPrecision) });
    case 'minRecall':
      return translate('tick.recall', { share: percent(settings.minRecall) });
    case 'flagTop':
      return translate('tick.top', { share: percent(settings.topShare) });
  }
}

const CHARACTER = 7;
const PADDING = 10;

interface Tick {
  readonly name: string;
  readonly threshold: number;
  readonly share: number;
}

interface PlacedTick extends Tick {
  readonly row: number;
  /** The label's centre in pixels; it leaves the tick's own place only at the ends of the rail. */
  readonly centre: number;
}

/** Labels in as many rows as keep them from touching, the leftmost first. */
export function placedTicks(ticks: readonly Tick[], width: number): readonly PlacedTick[] {
  const endOfRow: number[] = [];
  return [...ticks]
    .sort((a, b) => a.share - b.share)
    .map((tick) => {
      const half = (tick.name.length * CHARACTER) / 2 + PADDING / 2;
      const centre = Math.max(half, Math.min(width - half, tick.share * width));
      let row = endOfRow.findIndex((end) => end <= centre - half);
      if (row === -1) row = endOfRow.length;
      endOfRow[row] = centre + half;
      return { ...tick, row, centre };
    });
}

/** The candidate thresholds as labelled ticks under the rail; pressing one goes there. */
export function RailTicks({ scale, width }: { readonly scale: SliderScale; readonly width: number }) {
  const rules = useTuner(selectRules);
  const settings = useTuner((state) => state.ruleSettings);
  const { setThreshold } = useActions();
  const ticks = placedTicks(
    rules.flatMap((rule) =>
      rule.choice.kind === 'found'
        ? [
            {
              name: tickName(rule, settings),
              threshold: rule.choice.threshold,
              share: shareOf(scale, rule.choice.threshold),
            },
          ]
        : [],
    ),
    width,
  );
  const rows = ticks.reduce((most, tick) => Math.max(most, tick.row + 1), 1);
  return (
    <div className="railTicks" style={{ height: rows * 24 + 4 }}>
      {ticks.map((tick) => (
        <div key={tick.name}>
          <span className="railTickMark" style={{ left: `${tick.share * 100}%`, height: 8 + tick.row * 24 }} />
          <button
            type="button"
            className="railTick"
            style={{ left: tick.centre, top: 6 + tick.row * 24 }}
            title={formatThreshold(tick.threshold)}
            onClick={() => setThreshold(tick.threshold)}
          >
            {tick.name}
            <span className="visuallyHidden"> {formatThreshold(tick.threshold)}</span>
          </button>
        </div>
      ))}
    </div>
  );
}
