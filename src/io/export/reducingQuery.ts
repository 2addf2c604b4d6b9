import { STEP_COLUMN } from '../../core/doctor/reducedFindings.ts';
import { translate } from '../../i18n/translate.ts';

/** Databases whose dialect is known. */
export type Database = 'duckdb' | 'postgresql' | 'clickhouse' | 'spark' | 'bigquery';

/** What a table that no browser holds is reduced to. */
export interface Reduction {
  readonly database: Database;
  /** As it would stand after FROM. */
  readonly table: string;
  readonly label: string;
  readonly score: string;
  /** Further columns by which rows are kept apart: split, model. */
  readonly others: readonly string[];
  /** Scores are rounded down to multiples of 1 / perUnit; null keeps every digit. */
  readonly perUnit: number | null;
}

interface Dialect {
  /** Its name for a 64-bit float. */
  readonly double: string;
  readonly quote: '"' | '`';
  readonly ending: string;
}

const DIALECTS: Readonly<Record<Database, Dialect>> = {
  duckdb: { double: 'DOUBLE', quote: '"', ending: ';' },
  postgresql: { double: 'DOUBLE PRECISION', quote: '"', ending: ';' },
  clickhouse: { double: 'Float64', quote: '`', ending: '\nFORMAT CSVWithNames;' },
  spark: { double: 'DOUBLE', quote: '`', ending: ';' },
  bigquery: { double: 'FLOAT64', quote: '`', ending: ';' },
};

export const databases = Object.keys(DIALECTS) as readonly Database[];

/** The column of counts; reading takes it for the weight. */
const COUNT_COLUMN = 'row_count';

/** A comment may not break out of its line. */
const commented = (text: string): string => `-- ${text.replace(/[\r\n]+/g, ' ')}`;

/**
 * SQL that leaves one row per distinct score × label × other columns, with its count: all that any number of the program needs.
 * Rounding is that of `roundedDown`, step by step in doubles, so that every database gives the very same scores.
 */
export function reducingQuery({ database, table, label, score, others, perUnit }: Reduction): string {
  const { double, quote, ending } = DIALECTS[database];
  const name = (column: string) => {
    const inside = database === 'bigquery' || database === 'clickhouse' ? column.replaceAll('\\', '\\\\') : column;
    const escaped = database === 'bigquery' || database === 'clickhouse' ? `\\${quote}` : quote + quote;
    return quote + inside.replaceAll(quote, escaped) + quote;
  };
  const kept = [label, ...others].map(name);
  const exact = `CAST(${name(score)} AS ${double})`;
  const keys = [...kept, name(score)].join(', ');
  const counted = (from: string) => `SELECT ${keys}, COUNT(*) AS ${COUNT_COLUMN}${
    perUnit === null ? '' : `, ${1 / perUnit} AS ${STEP_COLUMN}`
  }
FROM (
${from}
) AS reduced
GROUP BY ${keys}${ending}`;
  const comments = [
    translate('reduce.sqlWhat'),
    perUnit === null ? translate('reduce.sqlExact') : translate('reduce.sqlRounded', { step: String(1 / perUnit) }),
    translate(`reduce.sqlSave.${database}`),
  ].map(commented);
  const keptNames = kept.join(', ');
  if (perUnit === null) {
    return `${comments.join('\n')}\n${counted(`  SELECT ${keptNames}, ${exact} AS ${name(score)}\n  FROM ${table}`)}\n`;
  }
  const quotient = (units: string) => `${units} / ${perUnit}`;
  return `${comments.join('\n')}
${counted(`  SELECT ${keptNames},
    (units + CASE WHEN ${quotient('(units + 1)')} <= exact_score THEN 1 WHEN ${quotient('units')} > exact_score THEN -1 ELSE 0 END) / ${perUnit} AS ${name(score)}
  FROM (
    SELECT ${keptNames}, ${exact} AS exact_score, FLOOR(${exact} * ${perUnit}) AS units
    FROM ${table}
  ) AS scored`)}
`;
}
