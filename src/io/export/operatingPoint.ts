import type { ClassPointInput } from '../../core/decision/classRecord.ts';
import type { GroupPointInput } from '../../core/decision/groupRecord.ts';
import type { LabelPointInput } from '../../core/decision/labelRecord.ts';
import { operatingPointRecord, type RecordedGoal } from '../../core/decision/operatingPointRecord.ts';
import type { ReviewInput } from '../../core/decision/reviewRecord.ts';
import type { UndefinedReason } from '../../core/metrics/metric.ts';
import type { Prepared } from '../../core/prepare/prepared.ts';
import type { DecisionRule } from '../../core/scores/confusion.ts';
import { subjectText } from '../../i18n/subjectText.ts';
import { type TextKey, translate } from '../../i18n/translate.ts';
import type { FileSummary } from '../io.ts';

export interface OperatingPointSource {
  readonly name: string;
  readonly files: readonly (FileSummary & { readonly sha256: string })[];
  readonly prepared: Prepared;
  readonly threshold: number;
  readonly rule: DecisionRule;
  readonly goal?: RecordedGoal | undefined;
  readonly classes?: ClassPointInput | LabelPointInput | null;
  readonly review?: ReviewInput | undefined;
  readonly groups?: GroupPointInput | undefined;
}

/** The operating point as JSON text in full precision; its schema is published as `schema/operating-point.json`. */
export function operatingPointText(source: OperatingPointSource): string {
  const { name, files, prepared, threshold, rule, goal, classes = null, review, groups } = source;
  const { accounting, interpretation, evaluations, hasWeights } = prepared;
  const { subject = [] } = interpretation;
  const record = operatingPointRecord(
    {
      name,
      files: files.map((file, place) => ({
        name: file.name,
        rows: file.rows,
        skipped: file.rows - accounting.keptByFile[place],
        sha256: file.sha256,
      })),
      ...(subject.length === 0 ? {} : { subject: subjectText(subject) }),
      model: interpretation.score,
      positiveLabel: interpretation.positiveLabel,
      threshold,
      rule,
      evaluations,
      hasWeights,
      ...(goal === undefined ? {} : { goal }),
      classes,
      ...(review === undefined ? {} : { review }),
      ...(groups === undefined ? {} : { groups }),
    },
    (reason: UndefinedReason) => translate(`undefined.${reason}` as TextKey),
  );
  return `${JSON.stringify(record, null, 2)}\n`;
}
