import { type Finding, withOffers } from '../roles/finding.ts';
import { hasRepair } from '../roles/repair.ts';
import type { Patient } from './patient.ts';

/** What the reader noticed, unless a repair has settled it, with the repairs that would. */
export function readerFindings({ notes, interpretation, profiles }: Patient): Finding[] {
  const { repairs, score } = interpretation;
  return notes.findings.flatMap((finding) => {
    const column = String(finding.values.column ?? '');
    if (hasRepair(repairs, 'ignoreColumn', column)) return [];
    if (finding.code === 'percentColumn') {
      if (hasRepair(repairs, 'divideBy100', column)) return [];
      const { low, high } = profiles.find(({ name }) => name === column) ?? { low: Number.NaN, high: Number.NaN };
      const isWhole = column === score && low >= 0 && high <= 100;
      return [withOffers(finding, isWhole ? [{ kind: 'divideBy100', column }] : [])];
    }
    if (finding.code !== 'ambiguousComma') return [finding];
    const ways = ['decimalComma', 'thousandsComma'] as const;
    if (ways.some((kind) => hasRepair(repairs, kind, column))) return [];
    return [
      withOffers(
        finding,
        ways.map((kind) => ({ kind, column })),
      ),
    ];
  });
}
