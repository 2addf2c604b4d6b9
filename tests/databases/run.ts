/**
 * Tries the reducing query on real servers: `npm run test:databases [rows]`, 10,000,000 rows unless told. Needs Debian's packages
 * postgresql, clickhouse-server and clickhouse-client; it starts servers of its own in a temporary folder and stops them at the end:
 * one of PostgreSQL, and two of ClickHouse, each with half of the rows, behind a Distributed table. What their reduced tables give is
 * compared with the unreduced rows, counted here.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { scoreMetricsOf } from '../../src/core/metrics/catalog.ts';
import { roundingErrors } from '../../src/core/metrics/roundingError.ts';
import { confusionAt } from '../../src/core/scores/confusion.ts';
import { buildScoreIndex, type ScoreIndex } from '../../src/core/scores/scoreIndex.ts';
import { type Database, reducingQuery } from '../../src/io/export/reducingQuery.ts';
import { seededRandom } from '../bench/random.ts';

const ROWS = Number(process.argv[2] ?? 10_000_000);
const PORTS = { postgresql: 54329, clickhouse: [19001, 19002] };
const SLACK = 1e-12;

/** Runs a program, feeds it text, and gives what it prints. */
async function run(command: string, args: readonly string[], input?: Iterable<string>): Promise<string> {
  const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const printed: Buffer[] = [];
  child.stdout.on('data', (piece: Buffer) => printed.push(piece));
  const ended = new Promise<void>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${command} ended with ${code}.`))));
  });
  await pipeline(Readable.from(input ?? []), child.stdin);
  await ended;
  return Buffer.concat(printed).toString();
}

/** PostgreSQL does not run as root. */
const isRoot = process.getuid?.() === 0;
const asPostgres = (command: string, args: readonly string[]): [string, string[]] =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--clear-groups', command, ...args]]
    : [command, [...args]];

async function eventually(attempt: () => Promise<unknown>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      await attempt();
      return;
    } catch (error) {
      if (tries === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

interface Server {
  /** Takes the rows [from, from + count) of the data as CSV, one statement at a time; gives CSV with a header. */
  readonly load: (lines: (from: number, to: number) => Iterable<string>) => Promise<void>;
  readonly query: (sql: string) => Promise<string>;
  readonly stop: () => Promise<void>;
}

async function startPostgres(folder: string): Promise<Server> {
  const bin = execFileSync('sh', ['-c', 'ls -d /usr/lib/postgresql/*/bin | tail -1']).toString().trim();
  const data = join(folder, 'postgresql');
  await mkdir(data);
  if (isRoot) execFileSync('chown', ['postgres', data]);
  await run(...asPostgres(join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres']));
  const options = [
    '-D',
    data,
    '-p',
    String(PORTS.postgresql),
    '-k',
    data,
    '-c',
    'fsync=off',
    '-c',
    'listen_addresses=',
  ];
  const [command, args] = asPostgres(join(bin, 'postgres'), options);
  const server = spawn(command, args, { stdio: 'ignore' });
  const psql = (more: readonly string[], input?: Iterable<string>) =>
    run('psql', ['-X', '-q', '-h', data, '-p', String(PORTS.postgresql), '-U', 'postgres', ...more], input);
  await eventually(() => psql(['-c', 'SELECT 1']));
  return {
    load: async (lines) => {
      await psql(['-c', 'CREATE TABLE predictions (y_true smallint, y_prob double precision, split text)']);
      await psql(['-c', 'COPY predictions FROM STDIN (FORMAT csv)'], lines(0, ROWS));
    },
    query: (sql) => psql(['--csv', '-f', '-'], [sql]),
    stop: () => stopped(server),
  };
}

async function startClickHouse(folder: string): Promise<Server> {
  const servers = await Promise.all(
    PORTS.clickhouse.map(async (port) => {
      const home = join(folder, `clickhouse-${port}`);
      await mkdir(home);
      const shard = (each: number) => `<shard><replica><host>127.0.0.1</host><port>${each}</port></replica></shard>`;
      await writeFile(
        join(home, 'config.xml'),
        `<yandex><logger><level>warning</level><log>${home}/log</log><errorlog>${home}/errors</errorlog></logger>
        <tcp_port>${port}</tcp_port><listen_host>127.0.0.1</listen_host><path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path>
        <users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
        <mark_cache_size>100000000</mark_cache_size>
        <remote_servers><halves>${PORTS.clickhouse.map(shard).join('')}</halves></remote_servers></yandex>`,
      );
      await writeFile(
        join(home, 'users.xml'),
        `<yandex><profiles><default/></profiles><quotas><default/></quotas><users><default><password></password>
        <networks><ip>127.0.0.1</ip></networks><profile>default</profile><quota>default</quota></default></users></yandex>`,
      );
      return spawn('clickhouse-server', [`--config-file=${join(home, 'config.xml')}`], { stdio: 'ignore', cwd: home });
    }),
  );
  const client = (port: number, args: readonly string[], input?: Iterable<string>) =>
    run('clickhouse-client', ['--port', String(port), ...args], input);
  const [first] = PORTS.clickhouse;
  await Promise.all(PORTS.clickhouse.map((port) => eventually(() => client(port, ['--query', 'SELECT 1']))));
  return {
    load: async (lines) => {
      const half = Math.ceil(ROWS / PORTS.clickhouse.length);
      const columns = '(y_true UInt8, y_prob Float64, split String)';
      for (const [at, port] of PORTS.clickhouse.entries()) {
        await client(port, ['--query', `CREATE TABLE part ${columns} ENGINE = MergeTree() ORDER BY split`]);
        const rows = lines(at * half, Math.min(ROWS, (at + 1) * half));
        await client(port, ['--query', 'INSERT INTO part FORMAT CSV'], rows);
      }
      await client(first, [
        '--query',
        `CREATE TABLE predictions ${columns} ENGINE = Distributed(halves, default, part)`,
      ]);
    },
    query: (sql) => client(first, ['--multiquery'], [sql]),
    stop: async () => void (await Promise.all(servers.map(stopped))),
  };
}

async function stopped(server: ChildProcess): Promise<void> {
  const ended = new Promise((resolve) => server.on('close', resolve));
  server.kill('SIGTERM');
  await ended;
}

/** Positives crowd at the top; every fourth score is a whole number of hundredths, where rounding could go wrong. */
function makeData() {
  const random = seededRandom(20261122);
  const yTrue = new Uint8Array(ROWS);
  const yScore = new Float64Array(ROWS);
  const splitOf = new Uint8Array(ROWS);
  for (let row = 0; row < ROWS; row++) {
    const score = random() ** 2;
    yScore[row] = row % 4 === 0 ? Math.round(100 * score) / 100 : score;
    yTrue[row] = random() < yScore[row] ? 1 : 0;
    splitOf[row] = row % 3 === 0 ? 1 : 0;
  }
  return { yTrue, yScore, splitOf };
}

const SPLITS = ['train', 'test'];
const LINES_AT_ONCE = 20_000;

function check(what: string, holds: boolean): void {
  if (holds) return;
  console.error(`NOT SO: ${what}`);
  process.exitCode = 1;
}

/** The index of one split of a reduced table. */
function indexOf(csv: string, split: string): { readonly index: ScoreIndex; readonly lines: number } {
  const [header, ...lines] = csv.replaceAll('"', '').trim().split('\n');
  const place = (name: string) => header.split(',').indexOf(name);
  const [label, score, part, count] = ['y_true', 'y_prob', 'split', 'row_count'].map(place);
  const rows = lines.map((line) => line.split(',')).filter((cells) => cells[part] === split);
  const column = (at: number) => Float64Array.from(rows, (cells) => Number(cells[at]));
  return {
    index: buildScoreIndex(Uint8Array.from(column(label)), column(score), column(count)),
    lines: rows.length,
  };
}

async function tryOn(database: Database, start: (folder: string) => Promise<Server>, folder: string): Promise<void> {
  const { yTrue, yScore, splitOf } = makeData();
  function* lines(from: number, to: number) {
    for (let at = from; at < to; at += LINES_AT_ONCE) {
      let text = '';
      for (let row = at; row < Math.min(to, at + LINES_AT_ONCE); row++) {
        text += `${yTrue[row]},${yScore[row]},${SPLITS[splitOf[row]]}\n`;
      }
      yield text;
    }
  }
  const truths = SPLITS.map((_, split) => {
    const isIn = (_value: number, row: number) => splitOf[row] === split;
    return buildScoreIndex(yTrue.filter(isIn), yScore.filter(isIn));
  });
  const server = await start(folder);
  try {
    await server.load(lines);
    for (const perUnit of [100, 1000, 10_000]) {
      const reduction = { table: 'predictions', label: 'y_true', score: 'y_prob', others: ['split'] };
      const csv = await server.query(reducingQuery({ database, perUnit, ...reduction }));
      for (const [at, split] of SPLITS.entries()) {
        const { index, lines: left } = indexOf(csv, split);
        let wrong = 0;
        for (let units = 0; units <= perUnit; units++) {
          const counts = confusionAt(index, units / perUnit, '>=');
          const truth = confusionAt(truths[at], units / perUnit, '>=');
          if (JSON.stringify(counts) !== JSON.stringify(truth)) wrong++;
        }
        const where = `${database}, ${split}, 1/${perUnit}`;
        check(`${where}: ${wrong} of ${perUnit + 1} thresholds differ`, wrong === 0);
        const before = scoreMetricsOf(truths[at]).values;
        const after = scoreMetricsOf(index).values;
        const errors = roundingErrors(index, 1 / perUnit);
        for (const id of ['rocAuc', 'averagePrecision', 'ksStatistic', 'brierScore', 'logLoss'] as const) {
          const error = Math.abs(after[id] - before[id]);
          check(`${where}: ${id} is off by ${error}, stated ${errors[id]}`, error <= errors[id] + SLACK);
        }
        const off = Math.abs(after.rocAuc - before.rocAuc).toExponential(1);
        console.log(
          `${where}: ${left} rows of ${ROWS}, ${perUnit + 1} thresholds compared, AUC off by ${off} (at most ${errors.rocAuc.toExponential(1)})`,
        );
      }
    }
  } finally {
    await server.stop();
  }
}

const folder = await mkdtemp(join(tmpdir(), 'cutpoint-databases-'));
await chmod(folder, 0o755);
try {
  await tryOn('postgresql', startPostgres, folder);
  await tryOn('clickhouse', startClickHouse, folder);
} finally {
  await rm(folder, { recursive: true, force: true });
}
