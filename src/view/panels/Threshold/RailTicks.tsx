import { memo } from 'react';
import type { SliderScale } from '../../../core/choose/stops.ts';
import { formatThreshold } from '../../../i18n/format.ts';
import { percentOf } from '../../../i18n/goalText.ts';
import { type TextKey, translate } from '../../../i18n/translate.ts';
import type { RuleId, RuleSettings } from '../../../state/ruleSettings.ts';
import { type RuleChoice, selectRules } from '../../../state/rules.ts';
import { selectGoal, selectRuleSettings } from '../../../state/selectors.ts';
import { useActions, useTuner } from '../../../state/useTuner.ts';
import { ruledWidth } from '../../charts/wideCharacters.ts';
import { thresholdName } from '../../terms/thresholdName.ts';
import { shareOf } from './railScale.ts';

/** The short name of a rule as it stands under the rail. */
function tickName({ id }: RuleChoice, settings: RuleSettings): string {
  switch (id) {
    case 'lowestCost':
      return translate('tick.cost');
    case 'amountCost':
      return translate('tick.amounts');
    case 'highestMetric':
      return translate(`metric.${settings.metric}.name` as TextKey);
    case 'minPrecision':
      return translate('tick.precision', { share: String(percentOf(settings.minPrecision)) });
    case 'minRecall':
      return translate('tick.recall', { share: String(percentOf(settings.minRecall)) });
    case 'flagTop':
      return translate('tick.top', { share: String(percentOf(settings.topShare)) });
    case 'flagCount':
      return translate('tick.count', { count: settings.topCount });
    case 'fbeta':
      return translate('tick.fbeta', { beta: String(settings.beta) });
    case 'closestCorner':
      return translate('tick.corner');
    case 'netBenefit':
      return translate('tick.netBenefit', { share: String(percentOf(settings.pt)) });
  }
}

const CHARACTER = 7;
const WIDE_CHARACTER = 12.5;
const PADDING = 10;
/** Closer than this, two labels in a row read as one. */
const GAP = 8;

interface Tick {
  readonly id: RuleId;
  readonly name: string;
  readonly threshold: number;
  readonly share: number;
}

interface PlacedTick extends Tick {
  readonly row: number;
  /** Where the label begins, in pixels. */
  readonly left: number;
  readonly align: 'start' | 'center' | 'end';
}

/** A label stands centred under its tick, ends at it, or begins at it. */
const ALIGNMENTS = [
  { align: 'center', share: 0.5 },
  { align: 'end', share: 0.95 },
  { align: 'start', share: 0.05 },
] as const;

export const labelWidth = ({ name }: Tick): number => ruledWidth(name, CHARACTER, WIDE_CHARACTER) + PADDING;

/** Where a label begins so that it keeps to the rail. */
const leftOf = (tick: Tick, alignment: number, width: number): number =>
  Math.max(0, Math.min(width - labelWidth(tick), tick.share * width - alignment * labelWidth(tick)));

/** One row in which no label touches the next, if there is one; labels are centred where they can be. */
function inOneRow(ticks: readonly Tick[], width: number, end = 0): readonly PlacedTick[] | null {
  const [tick, ...rest] = ticks;
  if (tick === undefined) return [];
  for (const { align, share } of ALIGNMENTS) {
    const left = leftOf(tick, share, width);
    if (left < end) continue;
    const others = inOneRow(rest, width, left + labelWidth(tick) + GAP);
    if (others !== null) return [{ ...tick, row: 0, left, align }, ...others];
  }
  return null;
}

/** Labels in one row if they fit, else in as few as keep them from touching, the leftmost first. */
export function placedTicks(ticks: readonly Tick[], width: number): readonly PlacedTick[] {
  const sorted = [...ticks].sort((a, b) => a.share - b.share);
  const oneRow = inOneRow(sorted, width);
  if (oneRow !== null) return oneRow;
  const endOfRow: number[] = [];
  return sorted.map((tick) => {
    const left = leftOf(tick, 0.5, width);
    let row = endOfRow.findIndex((end) => end <= left);
    if (row === -1) row = endOfRow.length;
    endOfRow[row] = left + labelWidth(tick);
    return { ...tick, row, left, align: 'center' as const };
  });
}

/** The candidate thresholds as labelled ticks under the rail; pressing one goes there. */
export const RailTicks = memo(function RailTicks({
  scale,
  width,
}: {
  readonly scale: SliderScale;
  readonly width: number;
}) {
  const rules = useTuner(selectRules);
  const settings = useTuner(selectRuleSettings);
  const goal = useTuner(selectGoal);
  const { setGoal } = useActions();
  const ticks = placedTicks(
    rules.flatMap((rule) =>
      rule.choice.kind === 'found'
        ? [
            {
              id: rule.id,
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
        <span
          key={`mark ${tick.id}`}
          className={tick.id === goal ? 'railTickMark railTickMarkInForce' : 'railTickMark'}
          style={{ left: `${tick.share * 100}%` }}
        />
      ))}
      {ticks.map((tick) => (
        <button
          key={tick.id}
          type="button"
          className={tick.id === goal ? 'railTick railTickInForce' : 'railTick'}
          aria-pressed={tick.id === goal}
          style={{ left: tick.left, width: labelWidth(tick), top: 6 + tick.row * 24, textAlign: tick.align }}
          title={thresholdName(tick.threshold)}
          onClick={() => setGoal(tick.id)}
        >
          <span>{tick.name}</span>
          <span className="visuallyHidden">
            {' '}
            {translate(setsKey(tick.threshold), { threshold: formatThreshold(tick.threshold) })}
          </span>
        </button>
      ))}
    </div>
  );
});

/** What pressing a tick does, in words. */
function setsKey(threshold: number): TextKey {
  if (Number.isFinite(threshold)) return 'tick.sets';
  return threshold > 0 ? 'tick.setsNobody' : 'tick.setsEverybody';
}
