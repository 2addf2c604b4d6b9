import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { gb18030Bytes } from './gb18030.ts';
import { writeZip } from './zip/writeZip.ts';

/** Files as people have them, to be damaged. */
export const seedFiles: readonly { readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }[] = [
  ...['missing_values', 'bom_crlf_tab', 'weights', 'labels_yes_no', 'number_spelling'].map((name) => ({
    name: `${name}.csv`,
    bytes: golden(name),
  })),
  { name: 'quoted.csv', bytes: utf8(rows('id,text,y,p', (at) => `${at},"a ""b"", c\nd",${at % 2},0.${at}1`)) },
  { name: 'semicolons.csv', bytes: utf8(`sep=;\r\n${rows('y;p', (at) => `${at % 2};0,${at}5`, '\r\n')}`) },
  { name: 'blanks.txt', bytes: utf8(`# made by hand\n${rows('y p', (at) => ` ${at % 2}  0.${at}5 `)}`) },
  { name: 'title.csv', bytes: utf8(`Report\n\n${rows('y, "p"', (at) => `${at % 2}, "0.${at}5"`, '\r')}`) },
  { name: 'headerless.tsv', bytes: utf8(rows('0\t0.5', (at) => `${at % 2}\t0.${at}5`)) },
  { name: 'utf16.csv', bytes: new Uint8Array(Buffer.from(`\uFEFF${chinese()}`, 'utf16le')) },
  { name: 'gb18030.csv', bytes: gb18030Bytes(chinese()) },
  { name: 'packed.csv.gz', bytes: new Uint8Array(gzipSync(golden('weights'))) },
  { name: 'records.json', bytes: utf8(`[${records().join(',\n')}]`) },
  { name: 'lines.jsonl', bytes: utf8(records().join('\n')) },
  { name: 'columns.json', bytes: utf8('{"meta":{"v":1},"y":[0,1,1,0],"p":[0.1,0.9,NaN,[0.4]]}') },
  { name: 'split.json', bytes: utf8('{"columns":["y","p"],"index":[7,8,9],"data":[[0,0.1],[1,0.9],[1,null]]}') },
  { name: 'vectors.csv', bytes: utf8(rows('y,p,c', (at) => `${at % 2},"[0.${at}, 0.5]","{'a': ${at}, 'b': [1 2]}"`)) },
  { name: 'packed.zip', bytes: writeZip([{ name: 'a.csv', content: golden('weights') }]) },
  { name: 'pairs.json', bytes: utf8(`[${pairs().join()}]`) },
  {
    name: 'names.json',
    bytes: utf8(`[["y","p"],${Array.from({ length: 30 }, (_, at) => `[${at % 2},0.${at}5]`).join()}]`),
  },
  { name: 'sparse.csv', bytes: utf8(rows('y,p', (at) => (at % 3 === 0 ? '1,"(2,[1],[0.75])"' : `0,"[0.${at},0.2]"`))) },
  {
    name: 'weka.csv',
    bytes: utf8(
      rows(
        'inst#,actual,predicted,error,prediction',
        (at) => `${at},1:no,${(at % 2) + 1}:${at % 2 ? 'yes' : 'no'},,0.${at + 50}`,
      ).replace('1:no', '2:yes'),
    ),
  },
  {
    name: 'several.zip',
    bytes: writeZip([
      { name: 'train.csv', content: rows('y,p', (at) => `${at % 2},0.${at}5`) },
      { name: 'test.csv', content: rows('y,p', (at) => `${at % 2},0.${at}7`), isStored: true },
      { name: 'README.md', content: 'nothing' },
    ]),
  },
  { name: 'table.parquet', bytes: parquet() },
];

function golden(name: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(readFileSync(new URL(`../../golden/${name}.csv`, import.meta.url)));
}

function records(): string[] {
  return Array.from({ length: 30 }, (_, at) => {
    return JSON.stringify({ id: `é "${at}"`, y: at % 2, p: { scores: [at / 40, 1 - at / 40], label: ['a', 'b'] } });
  });
}

/** What a pipeline of Hugging Face gives for each row. */
function pairs(): string[] {
  return Array.from({ length: 30 }, (_, at) => {
    const out = [
      { label: 'no', score: 1 - at / 40 },
      { label: 'yes', score: at / 40 },
    ];
    return JSON.stringify({ y: at % 2 === 0 ? 'no' : 'yes', out: at % 3 === 0 ? out : out.reverse() });
  });
}

function parquet(): Uint8Array<ArrayBuffer> {
  const numbers = Array.from({ length: 30 }, (_, at) => at);
  const columnData = [
    { name: 'y', data: numbers.map((at) => at % 2) },
    { name: 'p', data: numbers.map((at) => at / 31) },
    { name: 'name', data: numbers.map((at) => (at % 3 === 0 ? null : `name ${at}`)) },
  ];
  return new Uint8Array(parquetWriteBuffer({ columnData, rowGroupSize: 12 }));
}

function utf8(text: string): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.from(text));
}

function rows(header: string, row: (at: number) => string, newline = '\n'): string {
  return [header, ...Array.from({ length: 30 }, (_, at) => row(at + 1))].map((line) => line + newline).join('');
}

function chinese(): string {
  return rows('姓名,标签,分数', (at) => `王小明,${at % 2 === 0 ? '是' : '否'},0.${at}5`);
}

/** Numbers from 0 to `below`, the same for the same seed (mulberry32). */
type Draw = (below: number) => number;

function drawFrom(seed: number): Draw {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

type Mutation = (draw: Draw, bytes: Uint8Array) => Uint8Array;

/** Bytes that mean something to a reader, and some that mean nothing to anybody. */
const TOKENS = [
  ...'",;\t|%#-0 1aN\n\r[]{}:',
  '""',
  '\r\n',
  '"\n',
  'NaN',
  'sep=;\n',
  '# x\n',
  '\uFEFF',
  '中',
  '__proto__',
]
  .map((text) => Buffer.from(text))
  .concat([[0], [0xff], [0x80], [0xc3], [0xb0, 0xa1], [0x81, 0x30], [0x1f, 0x8b]].map((bytes) => Buffer.from(bytes)));

/** A stretch of the bytes: where it begins and ends. Mostly short, sometimes up to all of them. */
function stretch(draw: Draw, bytes: Uint8Array): readonly [from: number, to: number] {
  const from = draw(bytes.length + 1);
  const longest = draw(4) === 0 ? bytes.length : 12;
  return [from, Math.min(bytes.length, from + 1 + draw(longest + 1))];
}

const joined = (...parts: readonly Uint8Array[]) => new Uint8Array(Buffer.concat(parts));

/** As text of the encoding, whatever its letters are there. */
const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

const DELIMITERS = [',', ';', '\t', '|', ' '];
const NEWLINES = ['\n', '\r\n', '\r', '\n\n', '\n\r', '\u2028'];

const MUTATIONS: readonly Mutation[] = [
  function flipBit(draw, bytes) {
    const flipped = bytes.slice();
    if (flipped.length > 0) flipped[draw(flipped.length)] ^= 1 << draw(8);
    return flipped;
  },
  function insertToken(draw, bytes) {
    const at = draw(bytes.length + 1);
    return joined(bytes.subarray(0, at), TOKENS[draw(TOKENS.length)], bytes.subarray(at));
  },
  function overwrite(draw, bytes) {
    const [from, to] = stretch(draw, bytes);
    const noise = Uint8Array.from({ length: to - from }, () => draw(256));
    return joined(bytes.subarray(0, from), noise, bytes.subarray(to));
  },
  function remove(draw, bytes) {
    const [from, to] = stretch(draw, bytes);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  function repeat(draw, bytes) {
    const [from, to] = stretch(draw, bytes);
    const times = Array.from({ length: 1 + draw(4) }, () => bytes.subarray(from, to));
    return joined(bytes.subarray(0, to), ...times, bytes.subarray(to));
  },
  function moveTo(draw, bytes) {
    const [from, to] = stretch(draw, bytes);
    const rest = joined(bytes.subarray(0, from), bytes.subarray(to));
    const at = draw(rest.length + 1);
    return joined(rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at));
  },
  function splice(draw, bytes) {
    const other = seedFiles[draw(seedFiles.length)].bytes;
    return joined(bytes.subarray(0, draw(bytes.length + 1)), other.subarray(draw(other.length)));
  },
  function cutOff(draw, bytes) {
    return bytes.slice(0, draw(bytes.length + 1));
  },
  function swapLineEnds(draw, bytes) {
    const newline = NEWLINES[draw(NEWLINES.length)];
    const share = 1 + draw(3);
    return utf8(textOf(bytes).replace(/\r\n|\r|\n/g, (present) => (draw(share) === 0 ? newline : present)));
  },
  function quoteCells(draw, bytes) {
    const share = 1 + draw(5);
    return utf8(textOf(bytes).replace(/[^,;\t|\r\n"]+/g, (cell) => (draw(share) === 0 ? `"${cell}"` : cell)));
  },
  function swapDelimiters(draw, bytes) {
    return utf8(textOf(bytes).replaceAll(DELIMITERS[draw(DELIMITERS.length)], DELIMITERS[draw(DELIMITERS.length)]));
  },
  function changeEncoding(draw, bytes) {
    const text = textOf(bytes);
    const mark = draw(2) === 0 ? '\uFEFF' : '';
    const wide = Buffer.from(mark + text, 'utf16le');
    const encoded = [wide, Buffer.from(wide).swap16(), Buffer.from(text, 'latin1'), Buffer.from(mark + text)];
    return new Uint8Array(encoded[draw(encoded.length)]);
  },
  function pack(draw, bytes) {
    const packed = new Uint8Array(gzipSync(bytes, { level: 1 }));
    return draw(2) === 0 ? packed : MUTATIONS[draw(4)](draw, packed);
  },
];

/** The bytes after one to six damages, the same for the same seed. */
export function mutate(seed: number, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const draw = drawFrom(seed);
  let damaged = bytes;
  for (let left = 1 + draw(6); left > 0; left--) damaged = MUTATIONS[draw(MUTATIONS.length)](draw, damaged);
  return new Uint8Array(damaged);
}
