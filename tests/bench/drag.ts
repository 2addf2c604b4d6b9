import type { CDPSession, Page } from 'playwright-core';

const SECONDS = 5;
const LATE_MS = 20;

export interface Drag {
  /** Share of the frames that came more than 20 ms after the one before, in percent. */
  readonly lateFrames: number;
  readonly longestFrame: number;
  /** Milliseconds of script for each move of the mouse. */
  readonly scriptPerMove: number;
}

/** Drags the real mouse to and fro over the slider for five seconds. */
export async function drag(page: Page, devtools: CDPSession): Promise<Drag> {
  const slider = page.getByRole('slider', { name: 'Decision threshold', exact: true });
  await slider.scrollIntoViewIfNeeded();
  const box = await slider.boundingBox();
  if (box === null) throw new Error('The slider is not on screen.');
  const { x, y, width } = box;
  const at = (share: number) => x + width * (0.5 + 0.4 * Math.sin(share * 2 * Math.PI));
  const scriptSeconds = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  };

  await page.mouse.move(x + width / 2, y - 60);
  await page.mouse.down();
  const noted = await page.evaluateHandle(() => {
    // A method, because what runs these files gives functions their names by a call that the page does not know.
    const clock = {
      times: [] as number[],
      note(time: number) {
        clock.times.push(time);
        requestAnimationFrame(clock.note);
      },
    };
    requestAnimationFrame(clock.note);
    return clock.times;
  });
  const before = await scriptSeconds();
  const start = performance.now();
  let moves = 0;
  for (let elapsed = 0; elapsed < SECONDS * 1000; elapsed = performance.now() - start) {
    await page.mouse.move(at(elapsed / 2500), y - 60);
    moves++;
  }
  const after = await scriptSeconds();
  const frames = await noted.jsonValue();
  await page.mouse.up();

  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  return {
    lateFrames: (100 * gaps.filter((gap) => gap > LATE_MS).length) / gaps.length,
    longestFrame: Math.max(...gaps),
    scriptPerMove: (1000 * (after - before)) / moves,
  };
}
