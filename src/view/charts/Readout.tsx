import { joinedPhrases } from '../../i18n/joined.ts';

/** A value with its name, both as shown. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** The values at the marker, and what is to be said about them. */
export function Readout({
  values,
  remark = null,
}: {
  readonly values: readonly NamedValue[];
  readonly remark?: string | null;
}) {
  return (
    <>
      {values.map(({ name, value }) => (
        <span className="chartValue" key={name}>
          {name} <b>{value}</b>{' '}
        </span>
      ))}
      {remark}
    </>
  );
}

/** "recall 0.689, precision 0.737" */
export function valuesText(values: readonly NamedValue[]): string {
  return joinedPhrases(values.map(({ name, value }) => `${name} ${value}`));
}
