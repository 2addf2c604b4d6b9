import type { CDPSession, Page } from 'playwright-core';

const SECONDS = 5;
const LATE_MS = 20;

export interface Frames {
  /** Share of the frames that came more than 20 ms after the one before, in percent. */
  readonly lateFrames: number;
  readonly longestFrame: number;
}

export interface Drag extends Frames {
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
  let before = Number.NaN;
  let after = Number.NaN;
  let moves = 0;
  const frames = await framesDuring(page, async () => {
    before = await scriptSeconds();
    moves = await forSeconds((elapsed) => page.mouse.move(at(elapsed / 2500), y - 60));
    after = await scriptSeconds();
  });
  await page.mouse.up();
  return { ...frames, scriptPerMove: (1000 * (after - before)) / moves };
}

/** Does something again and again for five seconds, and counts how often. */
export async function forSeconds(act: (elapsed: number) => Promise<void>): Promise<number> {
  const start = performance.now();
  let times = 0;
  for (let elapsed = 0; elapsed < SECONDS * 1000; elapsed = performance.now() - start) {
    await act(elapsed);
    times++;
  }
  return times;
}

/** The frames of the page while something goes on, on the page's own clock. */
export async function framesDuring(page: Page, act: () => Promise<void>): Promise<Frames> {
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
  await act();
  const frames = await noted.jsonValue();
  const gaps = frames.slice(1).map((time, i) => time - frames[i]);
  return {
    lateFrames: (100 * gaps.filter((gap) => gap > LATE_MS).length) / gaps.length,
    longestFrame: Math.max(...gaps),
  };
}
