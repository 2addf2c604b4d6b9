import type { BootstrapInterval } from '../../core/intervals/bootstrap.ts';
import { hasSpread, type Interval } from '../../core/intervals/interval.ts';
import { formatCount } from '../../i18n/format.ts';
import { joinedSentences } from '../../i18n/joined.ts';
import { translate } from '../../i18n/translate.ts';
import { TopicTerm } from './TopicTerm.tsx';

/** By which method an interval was made, in one or two sentences. */
export function methodText(interval: Interval): string {
  const level = String(Math.round(interval.level * 1000) / 10);
  if (interval.method !== 'bootstrap') return translate(`certainty.method.${interval.method}`, { level });
  const { nResamples, nUndefined, seed } = interval as BootstrapInterval;
  const method = translate('certainty.method.bootstrap', { level, count: nResamples, seed: String(seed) });
  if (nUndefined === 0) return method;
  const left = translate('certainty.method.undefined', { count: formatCount(nUndefined), total: nResamples });
  return joinedSentences([method, left]);
}

/** What each method is explained under. */
export const METHOD_TOPICS = { wilson: 'wilson', bootstrap: 'bootstrap', delong: 'deLong' } as const;

interface IntervalTermProps {
  readonly interval: Interval;
  readonly format: (value: number) => string;
}

/** An interval in words, which explains its method on hover and focus; nothing where there is none. */
export function IntervalTerm({ interval, format }: IntervalTermProps) {
  if (Number.isNaN(interval.low) || Number.isNaN(interval.high)) return null;
  return (
    <TopicTerm topic={METHOD_TOPICS[interval.method]} explain={() => <p>{methodText(interval)}</p>}>
      {hasSpread(interval)
        ? translate('certainty.interval', { low: format(interval.low), high: format(interval.high) })
        : translate('certainty.noSpread')}
    </TopicTerm>
  );
}
