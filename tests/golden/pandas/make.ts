/** Writes `read.json`: what pandas reads by the code that the program gives for each case. `npx tsx tests/golden/pandas/make.ts` */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { changeOf, groupingOf, openCase, PANDAS_CASES } from './cases.ts';

const RUN = `
import json, sys
names = {}
exec(sys.stdin.read(), names)
read = {"yScore": names["y_score"].tolist(), "pandas": names["pd"].__version__}
if "thresholds" in names:
    read["yPred"] = names["y_pred"].tolist()
print(json.dumps(read))
`;

const read: Record<string, unknown> = {};
for (const [name, files] of Object.entries(PANDAS_CASES)) {
  const folder = mkdtempSync(join(tmpdir(), 'cutpoint-'));
  for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  const { code } = await openCase(files, changeOf(name), groupingOf(name));
  const { status, stdout } = spawnSync(process.env.PYTHON ?? 'python3', ['-W', 'ignore', '-c', RUN], {
    cwd: folder,
    input: code,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  rmSync(folder, { recursive: true });
  if (status !== 0) throw new Error(`Python ended with ${status} on ${name}:\n${code}`);
  read[name] = { code: code.split('\n'), ...JSON.parse(stdout) };
}
writeFileSync(fileURLToPath(new URL('./read.json', import.meta.url)), `${JSON.stringify(read, null, 2)}\n`);
