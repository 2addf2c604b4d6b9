import { readdirSync, readFileSync } from 'node:fs';
import type { ClassScores } from '../../src/core/classes/classScores.ts';

/** A number of a golden file: null is undefined, an infinite one is written out. */
export type GoldenNumber = number | null | 'Infinity';
type Columns = Record<string, GoldenNumber[]>;

export interface GoldenCase {
  readonly name: string;
  readonly where?: Readonly<Record<string, string>>;
  readonly label: string;
  readonly positive: string;
  readonly score: string;
  readonly weight?: string;
  readonly rows_used?: number;
  readonly rows_left_out?: number;
  readonly cost?: { readonly fp: number; readonly fn: number };
  readonly strict?: readonly { threshold: number; tp: number; fp: number; fn: number; tn: number }[];
  readonly ranking: Readonly<Record<string, GoldenNumber>> & { readonly ks_thresholds: GoldenNumber[] };
  /** Metrics of the probabilities that percentages are after dividing by 100. */
  readonly as_probability?: Readonly<Record<string, GoldenNumber>>;
  readonly sweep: Columns;
  readonly curves?: { readonly roc: Columns; readonly pr: Columns };
  readonly optima?: Readonly<Record<string, Optimum | Target | null>>;
  readonly top_k?: readonly (Target & { readonly k: number; readonly lift: number })[];
  readonly calibration?: { readonly equal_width_10: { readonly ece: number; readonly edges: number[] } };
  readonly wilson?: readonly (Record<string, { k: number; n: number; wilson: [number, number] }> & {
    threshold: number;
  })[];
}

/** `max_*` and `min_*`: the best value and every threshold that reaches it. */
export interface Optimum {
  readonly value: number;
  readonly thresholds: GoldenNumber[];
}

/** `recall>=r` and the like: the threshold that just meets the target. */
export interface Target {
  readonly threshold: GoldenNumber;
  readonly tp: number;
  readonly fp: number;
  readonly recall: number;
  readonly precision: number;
}

export interface GoldenFile {
  readonly name: string;
  readonly cases: readonly GoldenCase[];
  readonly eval_py_tables?: readonly { threshold: number; type: string[]; 'cv-train': number[]; test: number[] }[];
}

/** The rows of a case as read by a parser of its own, so that these tests do not lean on the program's reader. */
export interface GoldenRows {
  readonly yTrue: Uint8Array;
  readonly yScore: Float64Array;
  readonly sampleWeight: Float64Array | null;
  readonly skipped: number;
}

/** From the root of the project, where the tests are run. */
const FOLDER = 'tests/golden';
const MISSING = new Set(['', 'NA', 'NaN', 'nan', 'null']);

export function goldenFiles(): GoldenFile[] {
  const names = readdirSync(FOLDER).filter((name) => name.endsWith('.csv'));
  return names.map((name) => name.slice(0, -'.csv'.length)).map((name) => ({ ...readJson(name), name }));
}

function readJson(name: string): GoldenFile {
  return JSON.parse(readFileSync(`${FOLDER}/${name}.json`, 'utf8')) as GoldenFile;
}

export function numberOf(value: GoldenNumber): number {
  return value === null ? Number.NaN : Number(value);
}

export function goldenRows(name: string, { where, label, positive, score, weight }: GoldenCase): GoldenRows {
  const [header, ...records] = readRecords(name);
  const column = (title: string): number => {
    if (!header.includes(title)) throw new Error(`${name}.csv has no column ${title}.`);
    return header.indexOf(title);
  };
  const [, sign, scoreColumn] = /^(1 - |-|)(.+)$/.exec(score) as unknown as [string, string, string];
  const transform = { '': (s: number) => s, '1 - ': (s: number) => 1 - s, '-': (s: number) => -s }[sign];
  if (transform === undefined) throw new Error(`Score "${score}"?`);

  const selected = records.filter((cells) =>
    Object.entries(where ?? {}).every(([title, value]) => cells[column(title)] === value),
  );
  const kept = selected.filter((cells) => {
    const text = cells[column(scoreColumn)];
    return !MISSING.has(cells[column(label)]) && text !== '' && Number.isFinite(Number(text));
  });
  const numbers = (title: string) => Float64Array.from(kept, (cells) => Number(cells[column(title)]));
  return {
    yTrue: Uint8Array.from(kept, (cells) => (cells[column(label)] === positive ? 1 : 0)),
    yScore: numbers(scoreColumn).map(transform),
    sampleWeight: weight === undefined ? null : numbers(weight),
    skipped: selected.length - kept.length,
  };
}

/** The rows of a file with one score column a class, named after it, in the order of `classes`. */
export function goldenClasses(name: string, label: string, classes: readonly string[]): ClassScores {
  const [header, ...records] = readRecords(name);
  return {
    yTrue: Uint16Array.from(records, (cells) => classes.indexOf(cells[header.indexOf(label)])),
    yScore: classes.map((title) => Float64Array.from(records, (cells) => Number(cells[header.indexOf(title)]))),
    sampleWeight: null,
  };
}

function readRecords(name: string): string[][] {
  const text = readFileSync(`${FOLDER}/${name}.csv`, 'utf8').replace(/^\uFEFF/, '');
  if (text.includes('"')) throw new Error(`${name}.csv needs a parser that knows quotes.`);
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const delimiter = lines[0].includes('\t') ? '\t' : ',';
  return lines.map((line) => line.split(delimiter).map((cell) => cell.trim()));
}
