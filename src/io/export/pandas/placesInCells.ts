import type { Places } from '../../read/lists/listParts.ts';
import { type OpenedCells, zeros } from './openCells.ts';
import { quoted } from './pythonLiteral.ts';

/** The places inside the lists and objects of a series called `cells`, as expressions of pandas. */
export function placesIn({ wholeKeys }: OpenedCells): Places<string> {
  return {
    cell: 'cells',
    member: (of, key) => `${of}.str.get(${wholeKeys.has(key) ? key : quoted(key)})`,
    item: (of, at) => `${of}.str.get(${at})`,
    only: (of) => `${of}.str.get(0)`,
    sparkVector: (of) =>
      mapped(of, `v: v["values"] if v["type"] == 1 else ${zeros('v["size"]', 'v["indices"]', 'v["values"]')}`),
    paired: (of, name, { name: label, score }) =>
      `${mapped(of, `items: {str(item[${quoted(label)}]): item[${quoted(score)}] for item in items}`)}.str.get(${quoted(name)})`,
    sideBySide: (of, name, { name: labels, score: scores }) =>
      `${mapped(of, `item: dict(zip(map(str, item[${quoted(labels)}]), item[${quoted(scores)}]))`)}.str.get(${quoted(name)})`,
    listed: (of, name) => mapped(of, `names: float(${quoted(name)} in map(str, names))`),
  };
}

const mapped = (of: string, body: string): string => `${of}.map(lambda ${body}, na_action="ignore")`;
