import { columnNamed, type Dataset, isMissingAt, numberAt, textAt } from '../dataset/dataset.ts';
import { type Evidence, evidenceRows, type Fact } from '../dataset/evidence.ts';
import type { ColumnProfile } from '../dataset/profile.ts';
import { sampledAucs } from '../roles/candidates.ts';
import type { Finding } from '../roles/finding.ts';
import { isSameLabel } from '../roles/labels.ts';
import type { KeptRows } from '../rows/keptRows.ts';
import type { Evaluation } from '../scores/evaluation.ts';
import { negativeName, type Patient } from './patient.ts';

/** A finding with what shows it: the numbers behind it and the first rows concerned. O(rows) at worst. */
export function withEvidence(patient: Patient, finding: Finding): Finding {
  const evidence = evidenceOf(patient, finding);
  return evidence === null ? finding : { ...finding, evidence };
}

function evidenceOf(patient: Patient, { code, values }: Finding): Evidence | null {
  const { dataset, source, profiles, interpretation, kept, accounting } = patient;
  const { label, score, split, id } = interpretation;
  const column = String(values.column);
  const evaluation = patient.evaluations.find((each) => each.split === values.split) ?? patient.evaluations[0];
  /** Kept rows for which something holds, each with label, score and perhaps other columns. */
  const keptWhere = (holds: (place: number) => boolean, facts: Fact[], ...others: readonly (string | null)[]) => ({
    facts,
    ...evidenceRows(source, placesWhere(kept, holds), [...others, label, score]),
  });
  const rowsWhere = (holds: (row: number) => boolean, facts: Fact[], ...others: readonly string[]) => ({
    facts,
    ...evidenceRows(source, numbersWhere(dataset.rowCount, holds), [...others, label, score]),
  });
  // Folds that are looked at together have no name.
  const isInSplit = (place: number) =>
    kept.splitOf === null || values.split === '' || kept.splits[kept.splitOf[place]] === values.split;
  const classFacts = () => [...factsOfClass(patient, evaluation, 1), ...factsOfClass(patient, evaluation, 0)];
  switch (code) {
    case 'scoreOutsideUnit': {
      const facts = [range(score, values), fact('outside', { count: values.count, total: kept.rows.length })];
      return keptWhere((place) => isOutside(scoreAt(dataset, kept, score, place)), facts);
    }
    case 'percentScores':
      return keptWhere((place) => scoreAt(dataset, kept, score, place) > 1, [range(score, values)]);
    case 'aucBelowHalf': {
      const { positives, negatives } = evaluation.index;
      const pairs = positives.scores.length * negatives.scores.length;
      const auc = Number(values.auc);
      const facts = [fact('auc', { auc, pairs }), fact('aucTurned', { auc: 1 - auc }), ...classFacts()];
      return keptWhere(isInSplit, facts, split);
    }
    case 'hardLabelsOnly':
      return keptWhere(anywhere, valueFacts(profiles, score));
    case 'oneClass':
      return keptWhere(isInSplit, valueFacts(profiles, label), split);
    case 'constantScore':
      return keptWhere(isInSplit, classFacts(), split);
    case 'fewOfAClass': {
      const isPositive = values.label === interpretation.positiveLabel ? 1 : 0;
      const isOfClass = (place: number) => isInSplit(place) && kept.yTrue[place] === isPositive;
      return keptWhere(isOfClass, classFacts(), split);
    }
    case 'scoreEqualsLabel':
      return keptWhere(anywhere, valueFacts(profiles, label));
    case 'topLabelConfidence':
      return keptWhere(anywhere, [rangeOf(profiles, score)]);
    case 'readAsLogits':
    case 'onlyPredictedLabel':
      return keptWhere(anywhere, [rangeOf(profiles, score)]);
    case 'readAsTwoLogits':
    case 'readAsConfidence': {
      const besides = String(values.other ?? values.predicted);
      const ranges = [rangeOf(profiles, score), ...(values.other === undefined ? [] : [rangeOf(profiles, besides)])];
      return keptWhere(anywhere, ranges, besides);
    }
    case 'lowScoresMeanPositive':
      return keptWhere(anywhere, [rangeOf(profiles, score), ...classFacts()]);
    case 'slightlyOutsideUnit':
      return keptWhere((place) => isOutside(scoreAt(dataset, kept, score, place)), [range(score, values)]);
    case 'rankedButNoProbabilities':
    case 'evenClasses':
      return keptWhere(isInSplit, classFacts(), split);
    case 'weightsCountRows':
    case 'integerWeights':
      return rowsWhere(anywhere, [], column);
    case 'missingValues':
    case 'manySkipped':
      return {
        facts: accounting.skipped.map(({ reason, count }) => fact('skipped', { reason, count })),
        columns: [],
        rows: [],
      };
    case 'duplicateIds':
    case 'idsAcrossSplits': {
      const ids = columnNamed(dataset, id);
      if (ids === null) return null;
      return keptWhere((place) => textAt(ids, kept.rows[place]) === values.example, [], id, split);
    }
    case 'shortenedIds': {
      const ids = columnNamed(source, column);
      return ids === null ? null : rowsWhere((row) => textAt(ids, row) === values.example, [], column);
    }
    case 'negativeWeight': {
      const weights = columnNamed(dataset, column);
      return weights === null ? null : rowsWhere((row) => numberAt(weights, row) < 0, [], column);
    }
    case 'indexColumn':
    case 'decimalCommaColumn':
    case 'percentColumn':
    case 'thousandsColumn':
    case 'ambiguousComma':
      return rowsWhere(anywhere, [], column);
    case 'oneVersusRest':
    case 'labelSpellings': {
      const { positiveLabel, negativeLabel } = interpretation;
      const texts = columnNamed(source, column);
      if (texts === null) return null;
      const known = [positiveLabel, negativeLabel ?? positiveLabel];
      const isOdd = (row: number) =>
        !isMissingAt(texts, row) && !known.some((value) => isSameLabel(textAt(texts, row), value));
      return rowsWhere(isOdd, valueFacts(profiles, column));
    }
    case 'otherCandidates':
      return { facts: candidateFacts(patient, values), columns: [], rows: [] };
    case 'guessedNoHeader':
      return {
        facts: [],
        ...evidenceRows(
          source,
          [0, 1, 2],
          profiles.slice(0, 8).map(({ name }) => name),
        ),
      };
    case 'fallbackEncoding':
      return lettersBeyondAscii(source);
    default:
      return null;
  }
}

function fact(code: Fact['code'], values: Fact['values']): Fact {
  return { code, values };
}

const range = (column: string, { low, high }: Finding['values']) => fact('range', { column, low, high });

function rangeOf(profiles: readonly ColumnProfile[], column: string): Fact {
  const profile = profiles.find(({ name }) => name === column);
  return fact('range', { column, low: profile?.low ?? Number.NaN, high: profile?.high ?? Number.NaN });
}

const anywhere = () => true;

const isOutside = (value: number) => value < 0 || value > 1;

function scoreAt(dataset: Dataset, kept: KeptRows, score: string, place: number): number {
  const column = columnNamed(dataset, score);
  return column === null ? Number.NaN : numberAt(column, kept.rows[place]);
}

function* placesWhere(kept: KeptRows, holds: (place: number) => boolean): Generator<number> {
  for (let place = 0; place < kept.rows.length; place++) if (holds(place)) yield kept.rows[place];
}

function* numbersWhere(count: number, holds: (row: number) => boolean): Generator<number> {
  for (let row = 0; row < count; row++) if (holds(row)) yield row;
}

/** How many rows a column has of each value, the frequent ones. */
function valueFacts(profiles: readonly ColumnProfile[], column: string): Fact[] {
  const profile = profiles.find(({ name }) => name === column);
  return (profile?.topValues ?? []).map(({ value, count }) => fact('value', { value, count }));
}

/** How many rows of a class there are, and their mean score. */
function factsOfClass({ interpretation }: Patient, { index }: Evaluation, side: 0 | 1): Fact[] {
  const { scores } = side === 1 ? index.positives : index.negatives;
  if (scores.length === 0) return [];
  const label = side === 1 ? interpretation.positiveLabel : negativeName(interpretation);
  const mean = scores.reduce((sum, score) => sum + score / scores.length, 0);
  return [fact('classMean', { label, count: scores.length, mean })];
}

/** What each column that could be meant as well holds: the values of a label; range and area under the ROC curve of a score. */
function candidateFacts({ dataset, profiles, interpretation }: Patient, values: Finding['values']): Fact[] {
  const names = [String(values.column), ...(Array.isArray(values.candidates) ? values.candidates : [])];
  const candidates = profiles.filter(({ name }) => names.includes(name));
  if (values.role === 'label') {
    return candidates.map(({ name: column, topValues }) => {
      const shown = topValues.slice(0, 5).map(({ value, count }) => `${value} (${count})`);
      return fact('candidateValues', { column, values: shown });
    });
  }
  const aucOf = sampledAucs(dataset, interpretation.label, interpretation.positiveLabel);
  return candidates.map(({ name: column, low, high }) => fact('candidate', { column, low, high, auc: aucOf(column) }));
}

const BEYOND_ASCII = /[^\0-\x7f]/;

function lettersBeyondAscii(dataset: Dataset): Evidence | null {
  for (const column of dataset.columns) {
    if (column.kind !== 'category') continue;
    const odd = Uint8Array.from(column.dictionary, (text) => (BEYOND_ASCII.test(text) ? 1 : 0));
    if (!odd.includes(1)) continue;
    const rows = numbersWhere(dataset.rowCount, (row) => odd[column.codes[row]] === 1);
    return { facts: [], ...evidenceRows(dataset, rows, [column.name]) };
  }
  return null;
}
