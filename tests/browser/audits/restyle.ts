import type { Page } from 'playwright-core';

/** Runs `act` under additional style rules. A sheet made by script is the one kind that the page's policy lets a test add. */
export async function withStyle<T>(page: Page, css: string, act: () => Promise<T>): Promise<T> {
  const sheet = await page.evaluateHandle((text) => {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    document.adoptedStyleSheets.push(made);
    return made;
  }, css);
  await atRest(page);
  const result = await act();
  await sheet.evaluate((made) => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== made);
  });
  await atRest(page);
  return result;
}

/** Makes the window as high as the page, so that one picture shows all of it where the measures say it is. */
export async function showAll(page: Page): Promise<void> {
  const { width } = page.viewportSize()!;
  for (let i = 0; i < 2; i++) {
    const height = await page.evaluate(() => Math.ceil(document.documentElement.scrollHeight));
    await page.setViewportSize({ width, height });
    await atRest(page);
  }
}

/** Waits until nothing has moved for a while: drawings follow the size of the page with a delay. */
export async function atRest(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const places = () =>
      [...document.querySelectorAll('section, svg, svg text')].map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        return `${x} ${y} ${width} ${height}`;
      });
    let before = '';
    for (let still = 0; still < 4; ) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      await new Promise((resolve) => requestAnimationFrame(resolve));
      const now = places().join();
      still = now === before ? still + 1 : 0;
      before = now;
    }
  });
}
