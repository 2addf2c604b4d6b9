/** By hand, after a build: `node tests/browser/screenshot.mjs OUTDIR [hash]` writes the page light and dark, wide and narrow. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchBrowser } from './launchBrowser.mjs';
import { serveAsStarted } from './serve.mjs';

const [folder, hash = ''] = process.argv.slice(2);
if (!folder) {
  console.error('Usage: node tests/browser/screenshot.mjs OUTDIR [hash]');
  process.exit(2);
}

await mkdir(folder, { recursive: true });
const site = await serveAsStarted();
const browser = await launchBrowser();
try {
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    for (const [width, height] of [
      [1440, 900],
      [390, 844],
    ]) {
      const page = await browser.newPage({ viewport: { width, height }, colorScheme, reducedMotion: 'reduce' });
      page.on('console', (message) => message.type() === 'error' && console.error(message.text()));
      page.on('pageerror', (error) => console.error(error));
      await page.goto(site.url + (hash && `#${hash.replace(/^#/, '')}`), { waitUntil: 'networkidle' });
      const path = join(folder, `${colorScheme}-${width}.png`);
      await page.screenshot({ path, fullPage: true });
      console.log(path);
      await page.close();
    }
  }
} finally {
  await browser.close();
  await site.close();
}
