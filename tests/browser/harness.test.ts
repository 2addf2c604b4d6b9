import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { csp } from '../../src/io/csp.ts';
import { openPage, runAxe, screenshot } from './harness.ts';
import { type Site, serveFolder } from './serve.mjs';

const FILES = {
  'index.html':
    '<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>Clean</title><main><h1>Clean</h1></main><script src="a.js"></script>',
  'a.js': 'document.querySelector("h1").textContent += " page";',
  'dirty.html': '<!doctype html><html lang="en"><title>Dirty</title><main><img src="a.png"><button></button></main>',
  'worker.js': 'fetch(name).catch(() => {}).finally(() => { console.error("from the worker"); postMessage("done"); });',
};

/** A page that misbehaves in every way the harness promises to notice; if it goes unnoticed, no other test means much. */
describe('the harness', () => {
  let folder: string;
  let site: Site;
  let openSite: Site;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
    for (const [name, text] of Object.entries(FILES)) await writeFile(join(folder, name), text);
    site = await serveFolder({ folder, headers: csp().headers });
    openSite = await serveFolder({ folder });
  });

  afterAll(async () => {
    await site.close();
    await openSite.close();
    await rm(folder, { recursive: true });
  });

  it('finds a clean page clean', async () => {
    const opened = await openPage({ site, width: 390, hash: 'x=1' });
    expect(new URL(opened.page.url()).hash).toBe('#x=1');
    await opened.page.getByRole('heading', { name: 'Clean page' }).waitFor();
    await opened.expectClean();
    expect(await runAxe(opened.page)).toEqual([]);
    await opened.expectClean();
  });

  it('notes a request to another host, by the page and by a worker', async () => {
    const opened = await openPage({ site: openSite });
    await opened.page.evaluate(async () => {
      new Image().src = 'http://pixel.example/p.gif';
      const worker = new Worker('worker.js', { name: 'http://worker.example/leak' });
      await new Promise((resolve) => worker.addEventListener('message', resolve));
    });
    await expect(opened.expectClean()).rejects.toThrow();
    expect(opened.foreignRequests.sort()).toEqual(['http://pixel.example/p.gif', 'http://worker.example/leak']);
    expect(opened.consoleErrors.join()).toContain('from the worker');
  });

  it('notes what the policy blocks, in the page and in a worker', async () => {
    const opened = await openPage({ site });
    await opened.page.evaluate(async () => {
      await fetch('http://data.example/').catch(() => undefined);
      const script = document.createElement('script');
      script.textContent = 'globalThis.ran = true';
      document.head.append(script);
      const worker = new Worker('worker.js', { name: 'http://worker.example/leak' });
      await new Promise((resolve) => worker.addEventListener('message', resolve));
    });
    await expect(opened.expectClean()).rejects.toThrow();
    const seen = opened.cspViolations.join('\n');
    expect(seen).toContain('connect-src blocked http://data.example');
    expect(seen).toContain('script-src-elem blocked inline');
    expect(seen).toContain('worker.example');
    expect(opened.foreignRequests).toEqual([]);
    expect(await opened.page.evaluate(() => Reflect.has(globalThis, 'ran'))).toBe(false);
  });

  it('notes console errors and errors nobody caught', async () => {
    const opened = await openPage({ site });
    await opened.page.evaluate(() => {
      console.error('said aloud');
      setTimeout(() => {
        throw new Error('thrown away');
      });
      Promise.reject(new Error('rejected'));
    });
    await expect(opened.expectClean()).rejects.toThrow();
    const seen = opened.consoleErrors.join('\n');
    for (const text of ['said aloud', 'thrown away', 'rejected']) expect(seen).toContain(text);
  });

  it('hears axe complain', async () => {
    const opened = await openPage({ site, path: 'dirty.html' });
    const rules = (await runAxe(opened.page)).map((line) => line.split(':', 1)[0]);
    expect(rules).toEqual(expect.arrayContaining(['image-alt', 'button-name']));
  });

  it('writes a screenshot', async () => {
    const { page } = await openPage({ site });
    expect(existsSync(await screenshot(page, 'harness'))).toBe(true);
  });
});
