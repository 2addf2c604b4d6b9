/**
 * A Chromium that needs nothing but the npm registry: no root, no system libraries, no fonts, no other host.
 * It is fetched only where no browser is installed, because every other machine would pay 66 MB for nothing.
 * The package's own launcher is not used: it switches web security off, which would make the policy tests worthless.
 */
import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';

const VERSION = '153.0.0';
const CACHE = fileURLToPath(new URL('../../node_modules/.cache/chromium/', import.meta.url));

/** @returns {Promise<import('./findBrowser.mjs').FoundBrowser>} */
export async function unpackChromium() {
  const folder = join(CACHE, `chromium-${VERSION}`);
  if (!existsSync(folder)) await unpackTo(folder);
  return {
    executablePath: join(folder, 'chromium'),
    env: { LD_LIBRARY_PATH: join(folder, 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') },
    canSandbox: false,
  };
}

/** @param {string} folder */
async function unpackTo(folder) {
  await mkdir(CACHE, { recursive: true });
  const parts = await download();
  // Test files may run in parallel: each unpacks for itself, and only a complete folder ever gets the final name.
  const draft = await mkdtemp(join(CACHE, 'draft-'));
  try {
    await pipeline(
      createReadStream(join(parts, 'chromium.br')),
      createBrotliDecompress(),
      createWriteStream(join(draft, 'chromium')),
    );
    await chmod(join(draft, 'chromium'), 0o755);
    await extractTar(join(parts, 'al2023.tar.br'), draft);
    await extractTar(join(parts, 'fonts.tar.br'), draft);
    // Without this file a machine that has no fonts shows pages without any text.
    await writeFile(join(draft, 'fonts.conf'), fontsConf(folder));
    await rename(draft, folder).catch((error) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** @returns {Promise<string>} the folder that holds the compressed parts */
async function download() {
  const parts = join(CACHE, 'node_modules', '@sparticuz', 'chromium', 'bin');
  if (existsSync(join(parts, 'chromium.br'))) return parts;
  console.log(`No browser is installed: fetching Chromium ${VERSION} from the npm registry (66 MB, once).`);
  // Only the binary is used, and it does not care that the package's JavaScript asks for a newer Node.
  const flags = ['--no-save', '--no-package-lock', '--ignore-scripts', '--no-engine-strict', '--omit=peer'];
  const { status, stderr } = spawnSync(
    'npm',
    ['install', ...flags, '--prefix', CACHE, `@sparticuz/chromium@${VERSION}`],
    { cwd: CACHE, encoding: 'utf8', timeout: 240_000 },
  );
  if (status !== 0) throw new Error(`npm install ended with ${status}\n${stderr ?? ''}`);
  return parts;
}

/**
 * Reads the plain ustar archives of that package: regular files and folders, nothing else.
 * @param {string} archive
 * @param {string} folder
 */
async function extractTar(archive, folder) {
  const bytes = brotliDecompressSync(await readFile(archive));
  for (let offset = 0; offset + 512 <= bytes.length && bytes[offset] !== 0; ) {
    const header = bytes.subarray(offset, offset + 512);
    const name = join(text(header, 345, 155), text(header, 0, 100));
    const mode = Number.parseInt(text(header, 100, 8), 8);
    const size = Number.parseInt(text(header, 124, 12), 8);
    const isFile = header[156] === 0 || header[156] === 0x30;
    if (isFile) {
      const target = resolve(folder, name);
      if (!target.startsWith(folder + sep)) throw new Error(`${archive} would write outside its folder: ${name}`);
      await mkdir(dirname(target), { recursive: true });
      await writeFile(target, bytes.subarray(offset + 512, offset + 512 + size), { mode: mode & 0o777 });
    }
    offset += 512 + Math.ceil(size / 512) * 512;
  }
}

/** @param {Uint8Array} header @param {number} start @param {number} length */
function text(header, start, length) {
  const field = Buffer.from(header.subarray(start, start + length)).toString('latin1');
  return field.split('\0', 1)[0].trim();
}

/** @param {string} folder */
function fontsConf(folder) {
  return `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>${join(folder, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(folder, 'font-cache')}</cachedir>
</fontconfig>
`;
}
