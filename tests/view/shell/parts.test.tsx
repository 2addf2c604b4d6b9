import { fireEvent, screen } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { PartsNav } from '../../../src/view/shell/PartsNav.tsx';
import { useGlobalKeys } from '../../../src/view/shell/useGlobalKeys.ts';
import { openedStore, show } from '../charts/openedStore.tsx';

function Page() {
  useGlobalKeys(() => {});
  return (
    <>
      <button type="button">bar</button>
      <main>
        <PartsNav places={[{ id: 'place', name: 'To the chart' }]} />
        <section aria-label="table">
          <section aria-label="scrolls">
            <button type="button">cell</button>
          </section>
        </section>
        <section aria-label="for paper" hidden />
        <div id="place">
          <figure aria-label="chart" />
        </div>
        <div className="isFolded">
          <button type="button" className="foldButton">
            closed
          </button>
        </div>
        <dialog open>
          <button type="button">inside</button>
        </dialog>
      </main>
    </>
  );
}

const named = (name: string) => document.querySelector<HTMLElement>(`[aria-label="${name}"]`) ?? screen.getByText(name);

/** Presses F6; false where the page took it. */
const press = (shiftKey = false) => fireEvent.keyDown(document.activeElement ?? document.body, { key: 'F6', shiftKey });

beforeEach(() => {
  // Nothing is laid out here: what is hidden has no box, all else has one.
  vi.spyOn(Element.prototype, 'getClientRects').mockImplementation(function (this: Element) {
    return (this.closest('[hidden]') === null ? [new DOMRect()] : []) as unknown as DOMRectList;
  });
  Element.prototype.scrollIntoView = vi.fn();
  show(<Page />, openedStore([]));
});

afterEach(() => {
  vi.restoreAllMocks();
  Reflect.deleteProperty(Element.prototype, 'scrollIntoView');
});

it('goes by F6 through what is on screen and lies in nothing else, and back', () => {
  for (const name of ['table', 'chart', 'closed']) {
    expect(press()).toBe(false);
    expect(document.activeElement).toBe(named(name));
  }
  for (const name of ['chart', 'table']) {
    expect(press(true)).toBe(false);
    expect(document.activeElement).toBe(named(name));
  }
  named('cell').focus();
  press();
  expect(document.activeElement).toBe(named('chart'));
});

it('leaves the key to the browser where there is no further part, and in a dialog', () => {
  named('closed').focus();
  expect(press()).toBe(true);
  expect(document.activeElement).toBe(named('closed'));
  named('bar').focus();
  expect(press(true)).toBe(true);
  named('inside').focus();
  expect(press(true)).toBe(true);
  expect(document.activeElement).toBe(named('inside'));
});

it('leads from a name to the part in its place, which takes the focus only while it has it', () => {
  fireEvent.click(screen.getByRole('button', { name: 'To the chart' }));
  expect(document.activeElement).toBe(named('chart'));
  named('bar').focus();
  expect(named('chart').hasAttribute('tabindex')).toBe(false);
});
