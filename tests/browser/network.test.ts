import { expect, it } from 'vitest';
import { openFiles, openTuner, whatWasRead } from './tuner.ts';

it.each(['started', 'bare'] as const)('the worker can reach nobody (%s)', async (site) => {
  const { page, url, foreignRequests } = await openTuner({ site });
  await openFiles(page, { name: 'mine.csv', text: 'y,p\n1,0.9\n0,0.2\n' });
  await whatWasRead(page).getByText('mine.csv').waitFor();
  // The one that read the sample may still be going.
  const worker = page.workers().at(-1)!;
  const reached = await worker.evaluate(async (own) => {
    const answers: string[] = [];
    const attempts: Record<string, () => unknown> = {
      fetch: () => fetch(own),
      'fetch from elsewhere': () => fetch('http://data.example/'),
      XMLHttpRequest: () => new XMLHttpRequest().open('GET', own),
      WebSocket: () => new WebSocket('ws://data.example/'),
      EventSource: () => new EventSource('http://data.example/'),
      importScripts: () => (globalThis as unknown as { importScripts(url: string): void }).importScripts(own),
      Worker: () => new Worker(own),
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      try {
        await attempt();
        answers.push(name);
      } catch (error) {
        if (!(error instanceof ReferenceError || error instanceof TypeError)) answers.push(`${name}: ${error}`);
      }
    }
    return answers;
  }, url);
  expect(reached).toEqual([]);
  expect(foreignRequests).toEqual([]);
});

it('the policy refuses a script from elsewhere inside the worker too', async () => {
  const { page, context } = await openTuner();
  const failures: string[] = [];
  context.on('requestfailed', (request) => failures.push(`${request.url()} ${request.failure()?.errorText}`));
  const refused = await page.workers()[0].evaluate('import("http://data.example/script.js").then(String, String)');
  expect(refused).toContain('TypeError');
  // Noted down by the debugger, and stopped by the policy before it went anywhere.
  expect(failures).toEqual(['http://data.example/script.js csp']);
});
