import type { Evaluation } from '../scores/evaluation.ts';
import { countSkipped, type SkipReason } from './accounting.ts';
import { type Candidate, labelCandidates, scoreCandidatesByAuc } from './candidates.ts';
import { columnWords, labelNamedBy } from './columnWords.ts';
import { columnNamed, type Dataset, numberAt } from './dataset.ts';
import type { Finding } from './finding.ts';
import { withEvidence } from './findingEvidence.ts';
import type { Interpretation } from './interpretation.ts';
import type { KeptRows } from './keptRows.ts';
import { hasOddSpellings, isSameLabel, labelValues, meaningfulPositive } from './labels.ts';
import type { Patient } from './patient.ts';
import type { ColumnProfile } from './profile.ts';
import { hasRepair, type Repair } from './repair.ts';
import { repeatedIds } from './repeatedIds.ts';

/** Fewer rows of a class than this leave intervals too narrow. */
const FEW = 100;
/** A greater share of skipped rows deserves a warning. */
const MANY_SKIPPED = 0.01;
/** A column this close to the chosen one in evidence is named as an alternative. */
const CLOSE_CALL = 2;
/** Rows from which "no score below one half" can hardly be chance. */
const CONFIDENCE_ROWS = 20;

/** What is odd about a file, the gravest first. O(rows). */
export function examine(patient: Patient): Finding[] {
  const findings = [
    ...labelFindings(patient),
    ...scoreFindings(patient),
    ...rowFindings(patient),
    ...idFindings(patient),
    ...columnFindings(patient),
    ...readerFindings(patient),
  ];
  return [
    ...findings.filter(({ severity }) => severity === 'warning'),
    ...findings.filter(({ severity }) => severity === 'note'),
  ].map((finding) => withEvidence(patient, finding));
}

const withOffers = (finding: Finding, offers: readonly Repair[]): Finding =>
  offers.length === 0 ? finding : { ...finding, offers };

function warning(code: Finding['code'], values: Finding['values'], offers: readonly Repair[] = []): Finding {
  return withOffers({ code, severity: 'warning', values }, offers);
}

function note(code: Finding['code'], values: Finding['values'], offers: readonly Repair[] = []): Finding {
  return withOffers({ code, severity: 'note', values }, offers);
}

/** What the reader noticed, unless a repair has settled it, with the repairs that would. */
function readerFindings({ notes, interpretation, profiles }: Patient): Finding[] {
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

/** A split as findings name it: by nothing in a file without splits. */
const splitName = ({ split }: Evaluation, { interpretation }: Patient) => (interpretation.split === null ? '' : split);

const profileOf = ({ profiles }: Patient, column: string | null) => profiles.find(({ name }) => name === column);

/** What the negative class is called: its value, or "≠ X" where every value but X belongs to it. */
const negativeName = ({ positiveLabel, negativeLabel }: Interpretation) => negativeLabel ?? `≠ ${positiveLabel}`;

function labelFindings(patient: Patient): Finding[] {
  const { interpretation, evaluations } = patient;
  const { positiveLabel } = interpretation;
  const findings: Finding[] = [];
  for (const evaluation of evaluations) {
    const split = splitName(evaluation, patient);
    const positives = evaluation.index.positives.scores.length;
    const negatives = evaluation.index.negatives.scores.length;
    if (positives === 0) findings.push(warning('oneClass', { split, label: negativeName(interpretation) }));
    else if (negatives === 0) findings.push(warning('oneClass', { split, label: positiveLabel }));
    else {
      const few = (label: string, count: number) => {
        if (count < FEW) findings.push(note('fewOfAClass', { split, label, count }));
      };
      few(positiveLabel, positives);
      few(negativeName(interpretation), negatives);
    }
  }
  const profile = profileOf(patient, interpretation.label);
  if (profile !== undefined) findings.push(...spellingFindings(profile));
  if (interpretation.negativeLabel === null && profile !== undefined && labelValues(profile).length > 2) {
    const count = profile.distinct - 1;
    findings.push(note('oneVersusRest', { label: positiveLabel, column: profile.name, count }));
  }
  return findings;
}

/** Words of the label that differ in capitals or blanks only: the rarer spellings are left out until they are merged. */
function spellingFindings(profile: ColumnProfile): Finding[] {
  const odd = labelValues(profile).filter(hasOddSpellings);
  if (odd.length === 0) return [];
  const rest = odd.map(({ spellings }) => spellings.slice(1).reduce((sum, { count }) => sum + count, 0));
  const spellings = odd.flatMap((value) => value.spellings.map(({ text, count }) => `“${text}” (${count})`));
  const values = {
    column: profile.name,
    count: rest.reduce((sum, count) => sum + count, 0),
    spellings: spellings.length > 6 ? `${spellings.slice(0, 6).join(', ')}, …` : spellings.join(', '),
  };
  return [warning('labelSpellings', values, [{ kind: 'mergeSpellings', column: profile.name }])];
}

function scoreFindings(patient: Patient): Finding[] {
  const { interpretation, kept, dataset, evaluations } = patient;
  const column = interpretation.score;
  const findings: Finding[] = [];
  for (const evaluation of evaluations) {
    const { low, high } = evaluation;
    if (low === high) findings.push(warning('constantScore', { split: splitName(evaluation, patient), value: low }));
  }
  const { low, high, outside, distinct } = summaryOf(rawScores(patient));
  const isSaid = patient.notes.findings.some(
    ({ code, values }) => code === 'percentColumn' && values.column === column,
  );
  const profile = profileOf(patient, column);
  const asPercent =
    outside > 0 && profile !== undefined ? percentEvidence(profile, low, high, outside / kept.rows.length) : 'none';
  const offers: Repair[] = asPercent === 'none' ? [] : [{ kind: 'divideBy100', column }];
  if (asPercent === 'likely' && !isSaid) findings.push(note('percentScores', { column, low, high }, offers));
  else if (outside > 0 && !isSaid) {
    findings.push(note('scoreOutsideUnit', { column, low, high, count: outside }, offers));
  }
  const hasBothClasses = kept.yTrue.includes(0) && kept.yTrue.includes(1);
  if (hasBothClasses && isCopyOfLabel(dataset, interpretation, kept)) {
    findings.push(warning('scoreEqualsLabel', { column }));
  } else if (distinct.length === 2) {
    findings.push(warning('hardLabelsOnly', { column, values: distinct.join(', ') }));
  } else if (hasBothClasses && low >= 0.5 && high <= 1 && distinct.length > 2 && kept.rows.length >= CONFIDENCE_ROWS) {
    findings.push(warning('topLabelConfidence', { column }));
  }
  return [...findings, ...aucFindings(patient)];
}

/** Names of columns that hold probabilities or percentages. */
const SHARE_NAME = /(?:^|_)(?:p|prob|probs|proba|probability|pct|percent|percentage)(?:_|$)/;
/** Margins and risk scores seldom go so far; percentages do. */
const WIDE = 20;
/** Of percentages this share at least is above 1. */
const ABOVE_ONE = 0.25;

/**
 * Whether scores are percentages: possible where all lie in [0, 100] and are no scorecard's whole points, likely where most signs say
 * so: the name of a share, numbers far beyond margins, many of them above 1. `outside`: share of the scores above 1.
 */
function percentEvidence({ name, isInteger }: ColumnProfile, low: number, high: number, outside: number) {
  const isNamed = SHARE_NAME.test(columnWords(name));
  if (!(low >= 0 && high <= 100) || (isInteger && !(isNamed && high > WIDE))) return 'none';
  return outside >= ABOVE_ONE && (isNamed || high > WIDE) ? 'likely' : 'possible';
}

/** The score column's own numbers in the kept rows, before any turn. */
function rawScores({ dataset, interpretation, kept }: Patient): Float64Array {
  const column = columnNamed(dataset, interpretation.score);
  if (kept.transform === 'none' || column === null) return kept.yScore;
  const scores = new Float64Array(kept.rows.length);
  for (let i = 0; i < scores.length; i++) scores[i] = numberAt(column, kept.rows[i]);
  return scores;
}

/** Range, numbers outside [0, 1], and the different values up to three. */
function summaryOf(scores: Float64Array) {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let outside = 0;
  const distinct: number[] = [];
  for (const score of scores) {
    if (score < low) low = score;
    if (score > high) high = score;
    if (score < 0 || score > 1) outside++;
    if (distinct.length < 3 && !distinct.includes(score)) distinct.push(score);
  }
  return { low, high, outside, distinct: distinct.sort((a, b) => a - b) };
}

function isCopyOfLabel(dataset: Dataset, interpretation: Interpretation, { rows, yTrue, yScore }: KeptRows): boolean {
  if (yScore.every((score, i) => score === yTrue[i])) return true;
  const label = columnNamed(dataset, interpretation.label);
  const score = columnNamed(dataset, interpretation.score);
  return label !== null && score !== null && rows.every((row) => numberAt(label, row) === numberAt(score, row));
}

/** The largest split whose AUC is below one half by more than chance explains (1.64 standard errors of a useless score). */
function aucFindings(patient: Patient): Finding[] {
  const { interpretation, evaluations } = patient;
  const isInverted = ({ index, scoreMetrics }: Evaluation) => {
    const positives = index.positives.scores.length;
    const negatives = index.negatives.scores.length;
    const standardError = Math.sqrt((positives + negatives + 1) / (12 * positives * negatives));
    return scoreMetrics.rocAuc < 0.5 - 1.64 * standardError;
  };
  const [worst] = evaluations.filter(isInverted).sort((a, b) => b.rows - a.rows);
  if (worst === undefined) return [];
  const { positiveLabel, negativeLabel, scoredLabel } = interpretation;
  const otherLabel = isSameLabel(scoredLabel, positiveLabel) ? negativeName(interpretation) : positiveLabel;
  const values = {
    split: splitName(worst, patient),
    auc: worst.scoreMetrics.rocAuc,
    scoredLabel,
    otherLabel,
  };
  if (negativeLabel === null) return [warning('aucBelowHalf', values)];
  const profile = profileOf(patient, interpretation.label);
  const isGuess = profile !== undefined && meaningfulPositive(labelValues(profile)) === null;
  const kind = isGuess && isSameLabel(scoredLabel, positiveLabel) ? 'useOtherLabelAsPositive' : 'scoreOtherLabel';
  return [warning('aucBelowHalf', values, [{ kind, label: otherLabel }])];
}

const MISSING_REASONS: ReadonlySet<SkipReason> = new Set([
  'missingLabel',
  'missingScore',
  'missingSplit',
  'missingWeight',
]);

function rowFindings({ dataset, interpretation, accounting }: Patient): Finding[] {
  const findings: Finding[] = [];
  const count = countSkipped(accounting.skipped);
  const share = count / accounting.read;
  if (share > MANY_SKIPPED) findings.push(warning('manySkipped', { count, read: accounting.read, share }));
  const missing = countSkipped(accounting.skipped.filter(({ reason }) => MISSING_REASONS.has(reason)));
  if (missing > 0) findings.push(note('missingValues', { count: missing }));
  const weight = columnNamed(dataset, interpretation.weight);
  if (weight !== null) {
    let negative = 0;
    for (let row = 0; row < dataset.rowCount; row++) if (numberAt(weight, row) < 0) negative++;
    if (negative > 0) findings.push(warning('negativeWeight', { column: weight.name, count: negative }));
  }
  return findings;
}

function idFindings(patient: Patient): Finding[] {
  const { dataset, interpretation, kept } = patient;
  const column = columnNamed(dataset, interpretation.id);
  if (column === null || profileOf(patient, column.name)?.isRowNumber) return [];
  const repeated = repeatedIds(column, kept);
  if (repeated === null) return [];
  const { count, example, crossing } = repeated;
  const findings = [note('duplicateIds', { column: column.name, count, example })];
  return crossing === null ? findings : [warning('idsAcrossSplits', { column: column.name, ...crossing }), ...findings];
}

const INDEX_NAME = /^(?:column_\d+|unnamed(?:_\d+)*|index|level_0|row_?names?|)$/;

function columnFindings(patient: Patient): Finding[] {
  const { dataset, profiles, interpretation } = patient;
  const { label, score, split, weight, id } = interpretation;
  const inUse = new Set([label, score, split, weight, id]);
  const findings: Finding[] = [];
  for (const { name, isRowNumber } of profiles) {
    const isIndex = isRowNumber && dataset.rowCount > 2 && INDEX_NAME.test(columnWords(name)) && !inUse.has(name);
    if (isIndex) findings.push(note('indexColumn', { column: name }, [{ kind: 'ignoreColumn', column: name }]));
  }
  const alternatives = (role: 'label' | 'score', column: string, candidates: readonly Candidate[]) => {
    const chosen = candidates.find(({ name }) => name === column);
    const close = candidates.filter(
      ({ name, points }) => points > (chosen?.points ?? 0) - CLOSE_CALL && !inUse.has(name),
    );
    if (close.length === 0) return;
    const kind = role === 'label' ? 'useAsLabel' : 'useAsScore';
    const offers = close.slice(0, LISTED).map(({ name }) => ({ kind, column: name }) as const);
    findings.push(note('otherCandidates', { role, column, candidates: listed(close) }, offers));
  };
  alternatives('label', label, labelCandidates(profiles));
  const profile = profileOf(patient, label);
  const classes = profile === undefined ? [] : labelValues(profile);
  // The scores of the other classes are no other scores of this one.
  const scores = scoreCandidatesByAuc(dataset, profiles, label).filter(({ name }) => {
    return name === score || labelNamedBy(name, classes, label) === null;
  });
  alternatives('score', score, scores);
  return findings;
}

/** Candidates named, at most. */
const LISTED = 5;

function listed(candidates: readonly Candidate[]): string {
  const names = candidates.slice(0, LISTED).map(({ name }) => name);
  return candidates.length > names.length ? `${names.join(', ')}, …` : names.join(', ');
}
