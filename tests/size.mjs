/** Lists the scripts of the build; fails where a visitor waits for too much of them. */
import { firstLoad, scriptsOfBuild } from './buildSize.mjs';

const LIMIT_KB = 230;

for (const { path, kB, isFirst } of scriptsOfBuild()) {
  console.log(`${kB.toFixed(1).padStart(8)} kB gzip  ${isFirst ? 'first' : 'later'}  ${path}`);
}
const total = firstLoad();
console.log(
  `${total.toFixed(1).padStart(8)} kB gzip of JavaScript before the first view; the limit is ${LIMIT_KB} kB.`,
);
if (!(total > 0 && total <= LIMIT_KB)) process.exitCode = 1;
