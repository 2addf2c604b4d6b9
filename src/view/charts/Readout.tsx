import { Fragment } from 'react';

/** A value with its name, both as shown. */
export interface NamedValue {
  readonly name: string;
  readonly value: string;
}

/** recall 0.689 · precision 0.737 */
export function Readout({
  values,
  remark = null,
}: {
  readonly values: readonly NamedValue[];
  readonly remark?: string | null;
}) {
  return (
    <>
      {values.map(({ name, value }, i) => (
        <Fragment key={name}>
          {i > 0 && ' · '}
          <span className="chartValue">
            {name} <b>{value}</b>
          </span>
        </Fragment>
      ))}
      {remark !== null && ` · ${remark}`}
    </>
  );
}

/** "recall 0.689, precision 0.737" */
export function valuesText(values: readonly NamedValue[]): string {
  return values.map(({ name, value }) => `${name} ${value}`).join(', ');
}
