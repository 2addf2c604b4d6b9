import { simulate, simulateBounds } from './simulate.ts';

/** `npm run coverage:intervals -- 4000 7` takes 4,000 data sets and seed 7. */
const [sets = 2000, seed = 1] = process.argv.slice(2).map(Number);
const asked = { sets, seed, replicates: 500 };

console.log(`${sets} data sets of 200 to 5,000 rows from known populations, seed ${seed}`);
for (const { what, covered, of } of [...simulate(asked), ...simulateBounds(asked)]) {
  console.log(`${((100 * covered) / of).toFixed(1).padStart(6)} %  of ${String(of).padStart(6)}  ${what}`);
}
