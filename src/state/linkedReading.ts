import type { Prepared } from '../core/prepare/prepared.ts';
import type { OpenDataset } from '../io/io.ts';
import type { Link } from '../io/link.ts';
import { isCancelled } from './latest.ts';
import { fittedInterpretation } from './linkedState.ts';
import { type Notice, noticeOf } from './notices.ts';
import { baseReading, isSameReading } from './readings.ts';

/** Prepares rows as the link asks, or as inferred where that is not possible, with what there is to say about it. */
export async function prepareLinked(
  signal: AbortSignal,
  { summary, prepare }: OpenDataset,
  link: Link | null,
): Promise<{ readonly prepared: Prepared; readonly notices: readonly Notice[] }> {
  const { interpretation, notices } = fittedInterpretation(summary, link);
  const base = baseReading(summary, interpretation);
  try {
    return { prepared: await prepare(signal, interpretation), notices };
  } catch (error) {
    if (isCancelled(error) || isSameReading(interpretation, base)) throw error;
    const prepared = await prepare(signal, base);
    return { prepared, notices: [...notices, noticeOf(error), { code: 'linkReadingUnusable', values: {} }] };
  }
}
