import { describe, expect, it } from 'vitest';
import { openPage } from './harness.ts';
import { expectOutline } from './outline.ts';
import { figure, openFiles, openTuner } from './tuner.ts';

describe('the history of a training', () => {
  it('of the sample: its curves are read by keys and by pointing', async () => {
    const opened = await openPage({ hash: 'data=training&view=data' });
    const { page } = opened;
    const loss = figure(page, 'Loss by epoch');
    const slider = loss.getByRole('slider', { name: 'Epoch to read, Loss', exact: true });
    await slider.waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^epoch 6: .*lowest validation loss$/);
    await slider.press('ArrowRight');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^epoch 7: training 0\.361, validation 0\.445$/);
    await slider.press('End');
    expect(await slider.getAttribute('aria-valuetext')).toMatch(/^epoch 39: /);
    const box = await slider.boundingBox();
    if (box === null) throw new Error('no slider');
    await page.mouse.move(box.x + 1, box.y + box.height / 2);
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toMatch(/^epoch 0: /);
    // The other figure reads the same epoch.
    await figure(page, 'Accuracy by epoch').getByText('epoch 0', { exact: true }).waitFor();
    for (const [name, file] of [
      ['Training history: training-history.csv', 'training-history'],
      ['Epoch by epoch: training-history.csv', 'epochs'],
    ]) {
      const text = (await page.getByRole('region', { name, exact: true }).ariaSnapshot()).split('\n');
      const fourth = text.findIndex((line) => line.includes('- row "3 '));
      await expectOutline(text.slice(0, fourth < 0 ? text.length : fourth).join('\n'), file);
    }
    await expectOutline(await loss.ariaSnapshot(), 'loss-by-epoch');
    await opened.expectClean();
  });

  it('dropped on predictions leaves them open; by itself it waits for them', async () => {
    const history = { name: 'history.csv', text: 'epoch,loss,val_loss\n0,0.7,0.6\n1,0.5,0.4\n' };
    const opened = await openTuner();
    await openFiles(opened.page, history);
    await opened.page.getByRole('region', { name: 'Training history: history.csv' }).waitFor();
    await opened.page.getByText('streamlit-demo.csv', { exact: true }).first().waitFor();
    await opened.expectClean();

    const alone = await openPage({ hash: 'data=nothing' });
    await openFiles(alone.page, history);
    await alone.page.getByRole('figure', { name: 'Loss by epoch' }).locator('svg').first().waitFor();
    await alone.page.getByText('To set a threshold, open the predictions too').waitFor();
  });
});
