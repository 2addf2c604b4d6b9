import { createElement, type ReactNode } from 'react';
import type { Formula, FormulaSymbol, FormulaValues } from '../../core/learn/formula.ts';
import { formatCount, formatMetric, formatThreshold } from '../../i18n/format.ts';

const NAMES: Readonly<Record<FormulaSymbol, string>> = { tp: 'TP', fp: 'FP', fn: 'FN', tn: 'TN', n: 'n', t: 't' };

const OPERATORS = { sum: '+', difference: '−', product: '·' } as const;

export const symbolName = (symbol: FormulaSymbol): string => NAMES[symbol];

export function symbolValue(symbol: FormulaSymbol, values: FormulaValues): string {
  return symbol === 't' ? formatThreshold(values.t) : formatCount(values[symbol]);
}

/** Counts as counts, everything else in four decimals. */
const numberText = (value: number): string => (Number.isInteger(value) ? formatCount(value) : formatMetric(value, 4));

/** Whether a part of a sum, difference or product stands in brackets there. */
function isBracketed(part: Formula, within: Formula['kind']): boolean {
  if (part.kind === 'sum' || part.kind === 'difference') return within === 'product' || within === 'difference';
  return false;
}

const leafText = (formula: Formula, values: FormulaValues | null): string | null => {
  if (formula.kind === 'number') return numberText(formula.value);
  if (formula.kind !== 'symbol') return null;
  return values === null ? symbolName(formula.symbol) : symbolValue(formula.symbol, values);
};

/** A formula in one line, as it is read aloud and copied. */
export function formulaLine(formula: Formula, values: FormulaValues | null): string {
  const leaf = leafText(formula, values);
  if (leaf !== null) return leaf;
  const line = (part: Formula) => formulaLine(part, values);
  const whole = (part: Formula) => (leafText(part, values) === null ? `(${line(part)})` : line(part));
  switch (formula.kind) {
    case 'quotient':
      return `${whole(formula.over)} ÷ ${whole(formula.under)}`;
    case 'root':
      return `√(${line(formula.of)})`;
    case 'size':
      return `|${line(formula.of)}|`;
    case 'sum':
    case 'difference':
    case 'product':
      return formula.terms
        .map((part) => (isBracketed(part, formula.kind) || part.kind === 'quotient' ? `(${line(part)})` : line(part)))
        .join(` ${OPERATORS[formula.kind]} `);
    default:
      return '';
  }
}

/** MathML has no types in React. */
const math = (name: string, ...children: ReactNode[]): ReactNode => createElement(name, null, ...children);
const bracket = (sign: string, inside: ReactNode, end: string): ReactNode =>
  math('mrow', math('mo', sign), inside, math('mo', end));

function mathOf(formula: Formula, values: FormulaValues | null): ReactNode {
  const leaf = leafText(formula, values);
  if (leaf !== null) return math(formula.kind === 'symbol' && values === null ? 'mi' : 'mn', leaf);
  const inside = (part: Formula) => mathOf(part, values);
  switch (formula.kind) {
    case 'quotient':
      return math('mfrac', math('mrow', inside(formula.over)), math('mrow', inside(formula.under)));
    case 'root':
      return math('msqrt', inside(formula.of));
    case 'size':
      return bracket('|', inside(formula.of), '|');
    case 'sum':
    case 'difference':
    case 'product': {
      const { kind, terms } = formula;
      const parts = terms.flatMap((part, place) => {
        const one = isBracketed(part, kind) ? bracket('(', inside(part), ')') : inside(part);
        return place === 0 ? [one] : [math('mo', OPERATORS[kind]), one];
      });
      return math('mrow', ...parts);
    }
    default:
      return null;
  }
}

/** More parts than this are written in a line that wraps: a fraction cannot. */
const MOST_PARTS = 6;

interface FormulaTextProps {
  readonly formula: Formula;
  /** The numbers to stand for the symbols; null: the symbols themselves. */
  readonly values: FormulaValues | null;
}

/** A formula as it is written by hand, with fractions and roots. */
export function FormulaText({ formula, values }: FormulaTextProps) {
  const line = formulaLine(formula, values);
  if (formula.kind === 'sum' && formula.terms.length > MOST_PARTS) return <span>{line}</span>;
  return createElement('math', { 'aria-label': line }, mathOf(formula, values));
}
