/**
 * What every browser test needs: the production build, served for real, in a real browser that notes down each
 * thing a clean page must never do. One browser and one server of each kind per test file, started on first use.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import axe, { type AxeResults } from 'axe-core';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, expect } from 'vitest';
import { LANGUAGE, prepareLanguage, spokenTo, translatedContext } from './language/speaking.ts';
import { launchBrowser } from './launchBrowser.mjs';
import { type Site, serveAsStarted, serveFolder } from './serve.mjs';

/** `started`: as `npm start` serves it, with its headers. `bare`: a plain host, no headers, under `/some/path/`. */
export type Served = 'started' | 'bare';

export interface OpenOptions {
  /** `started` unless told; or a site the test serves itself. */
  site?: Served | Site;
  width?: number;
  height?: number;
  deviceScaleFactor?: number;
  colorScheme?: 'light' | 'dark';
  reducedMotion?: 'reduce' | 'no-preference';
  forcedColors?: 'active' | 'none';
  locale?: string;
  /** What the test says and reads is in the language of the page, whatever language the tests are run in. */
  isUntranslated?: boolean;
  /** A device that is touched, as a phone is. */
  isPhone?: boolean;
  /** With or without its `#`. */
  hash?: string;
  /** Relative to the page's folder. */
  path?: string;
  /** Blocked unless told: a page from a cache is not the build under test. */
  serviceWorkers?: 'allow' | 'block';
  /** Runs before the address is opened: routes, init scripts, storage. */
  before?: (page: Page) => Promise<void>;
}

export interface OpenedPage {
  page: Page;
  context: BrowserContext;
  /** The address of the page's folder, ending with a slash. */
  url: string;
  /** Requests, of the page or its workers, to a host other than the page's own. */
  foreignRequests: string[];
  cspViolations: string[];
  /** `console.error` of the page or its workers, and errors nobody caught. */
  consoleErrors: string[];
  /** Fails unless all three lists are empty. */
  expectClean(): Promise<void>;
  close(): Promise<void>;
}

const SHOTS = fileURLToPath(new URL('./shots/', import.meta.url));

let browser: Promise<Browser> | undefined;
const sites = new Map<Served, Promise<Site>>();
const contexts = new Set<BrowserContext>();

afterEach(async () => {
  await Promise.all([...contexts].map((context) => context.close()));
  contexts.clear();
});

afterAll(async () => {
  await (await browser)?.close();
  for (const site of sites.values()) await (await site).close();
  browser = undefined;
  sites.clear();
});

/** The browser of this test file, for a test that needs a context of its own making. */
export function theBrowser(): Promise<Browser> {
  browser ??= launchBrowser();
  return browser;
}

export async function siteUrl(served: Served): Promise<string> {
  let site = sites.get(served);
  if (!site) {
    site = served === 'started' ? serveAsStarted() : serveFolder();
    sites.set(served, site);
  }
  return (await site).url;
}

export async function openPage(options: OpenOptions = {}): Promise<OpenedPage> {
  const { site = 'started', width = 1440, height = 900, colorScheme = 'light', hash = '', path = '' } = options;
  const url = typeof site === 'string' ? await siteUrl(site) : site.url;

  await prepareLanguage();
  const context = await (await theBrowser()).newContext({
    viewport: { width, height },
    deviceScaleFactor: options.deviceScaleFactor ?? 1,
    colorScheme,
    reducedMotion: options.reducedMotion ?? 'reduce',
    forcedColors: options.forcedColors ?? 'none',
    locale: options.locale ?? (LANGUAGE === 'zh' && !options.isUntranslated ? 'zh-CN' : 'en-US'),
    hasTouch: options.isPhone ?? false,
    isMobile: options.isPhone ?? false,
    acceptDownloads: true,
    serviceWorkers: options.serviceWorkers ?? 'block',
  });
  contexts.add(context);
  const page = await context.newPage();
  const records = await record(context, page, url);

  const spoken = options.isUntranslated ? page : spokenTo(page);
  await options.before?.(spoken);
  await page.goto(url + path + (hash && `#${hash.replace(/^#/, '')}`), { waitUntil: 'load' });

  return {
    page: spoken,
    context: options.isUntranslated ? context : translatedContext(context),
    url,
    ...records,
    async expectClean() {
      await settle(page);
      expect(records).toEqual({ foreignRequests: [], cspViolations: [], consoleErrors: [] });
    },
    async close() {
      contexts.delete(context);
      await context.close();
    },
  };
}

async function record(context: BrowserContext, page: Page, url: string) {
  const { host } = new URL(url);
  const foreignRequests: string[] = [];
  const cspViolations: string[] = [];
  const consoleErrors: string[] = [];

  const noteRequest = (address: string) => {
    const { protocol, host: asked } = new URL(address);
    if (/^(https?|wss?):$/.test(protocol) && asked !== host) foreignRequests.push(address);
  };
  context.on('request', (request) => noteRequest(request.url()));
  page.on('websocket', (socket) => noteRequest(socket.url()));

  page.on('console', (message) => {
    if (isViolation(message.text())) cspViolations.push(message.text());
    else if (message.type() === 'error') consoleErrors.push(message.text());
  });
  page.on('pageerror', (error) => consoleErrors.push(error.stack ?? error.message));

  // What a policy blocks inside a worker reaches neither the page's console events nor its violation events.
  const log = await context.newCDPSession(page);
  log.on('Log.entryAdded', ({ entry }) => {
    if (entry.source === 'worker' && isViolation(entry.text)) cspViolations.push(entry.text);
  });
  await log.send('Log.enable');

  // The event also tells what the console keeps to itself, such as a violation inside a shadow tree.
  await context.exposeBinding('reportCspViolation', (_source, violation: string) => {
    cspViolations.push(violation);
  });
  await context.addInitScript(() => {
    addEventListener('securitypolicyviolation', (event) => {
      const report = Reflect.get(globalThis, 'reportCspViolation') as (violation: string) => void;
      report(`${event.effectiveDirective} blocked ${event.blockedURI} (${event.sourceFile}:${event.lineNumber})`);
    });
  });

  return { foreignRequests, cspViolations, consoleErrors };
}

function isViolation(text: string): boolean {
  return /content security policy/i.test(text);
}

/** Two frames and a round trip: whatever the page has already done wrong has reached us after that. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))),
  );
}

const WCAG_22_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** Violations of WCAG 2.2 A and AA, each as one readable line per element. `context` is a selector; the whole page unless told. */
export async function runAxe(page: Page, context?: string): Promise<string[]> {
  // Through the debugger, because the page's policy rightly refuses a script that is not its own.
  const debuggerSession = await page.context().newCDPSession(page);
  await debuggerSession.send('Runtime.evaluate', { expression: axe.source });
  await debuggerSession.detach();
  const { violations } = await page.evaluate(
    ([tags, selector]): Promise<AxeResults> => {
      const { run } = Reflect.get(globalThis, 'axe') as typeof axe;
      return run(selector ?? document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] });
    },
    [WCAG_22_AA, context] as const,
  );
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${help} at ${target.join(' ')} | ${failureSummary}`),
  );
}

/** Writes `tests/browser/shots/<name>.png`, which git ignores, and returns its path. */
export async function screenshot(page: Page, name: string): Promise<string> {
  await mkdir(SHOTS, { recursive: true });
  const path = join(SHOTS, `${name}.png`);
  await page.screenshot({ path, fullPage: true });
  return path;
}
