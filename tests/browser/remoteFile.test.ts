import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage, runAxe } from './harness.ts';
import { type Site, serveFolder } from './serve.mjs';
import { alerts, button, drawn, expectAddress, OWN_CSV, whatWasRead } from './tuner.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const OPEN = { 'Access-Control-Allow-Origin': '*' };

describe('a build that may ask another site for files', () => {
  let folder: string;
  let site: Site;
  let files: Server;
  let origin: string;
  const asked: string[] = [];

  beforeAll(async () => {
    files = createServer((request, response) => {
      asked.push(request.url ?? '');
      if (request.url === '/closed.csv') response.writeHead(200).end(OWN_CSV);
      else if (request.url === '/moved.csv') response.writeHead(302, { ...OPEN, Location: '/own.csv' }).end();
      else response.writeHead(200, OPEN).end(OWN_CSV);
    });
    await new Promise<void>((resolve) => files.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(files.address() as AddressInfo).port}`;
    folder = await mkdtemp(join(tmpdir(), 'cutpoint-'));
    const arguments_ = ['node_modules/vite/bin/vite.js', 'build', '--outDir', folder, '--logLevel', 'error'];
    const env = { ...process.env, NODE_ENV: 'production', CUTPOINT_DATA_HOSTS: origin };
    await promisify(execFile)(process.execPath, arguments_, { cwd: ROOT, env });
    site = await serveFolder({ folder });
  });

  afterAll(async () => {
    await site?.close();
    files.closeAllConnections();
    files.close();
    await rm(folder, { recursive: true });
  });

  const openLink = (path: string) => openPage({ site, hash: `data=${encodeURIComponent(`${origin}${path}`)}` });

  it('shows who is asked before anything is sent, and opens the file by keys alone', async () => {
    const { page, foreignRequests, cspViolations, consoleErrors } = await openLink('/own.csv');
    await page.getByRole('heading', { name: `Ask ${new URL(origin).host} for this file?` }).waitFor();
    await page.getByText(`${origin}/own.csv`, { exact: true }).waitFor();
    expect([asked, foreignRequests]).toEqual([[], []]);
    expect(await runAxe(page)).toEqual([]);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await drawn(page);
    expect(await whatWasRead(page).textContent()).toContain('own.csv');
    expect(foreignRequests).toEqual([`${origin}/own.csv`]);
    expect([cspViolations, consoleErrors]).toEqual([[], []]);
    await expectAddress(page, { data: `${origin}/own.csv` });
  });

  it('says that the site does not let others read, or sends elsewhere', async () => {
    for (const [path, said] of [
      ['/closed.csv', 'does not let other sites read its files'],
      ['/moved.csv', 'to another address'],
    ]) {
      asked.length = 0;
      const opened = await openLink(path);
      await button(opened.page, /^Ask 127/).click();
      await alerts(opened.page).filter({ hasText: said }).waitFor();
      expect(asked).toEqual([path]);
      await opened.close();
    }
  });
});
