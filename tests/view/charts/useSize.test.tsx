import { act, render } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useSize } from '../../../src/view/charts/useSize.ts';

let size = { width: 400, height: 280 };
let resized: () => void = () => {};

class FakeObserver {
  constructor(listener: () => void) {
    resized = listener;
  }
  observe() {}
  disconnect() {}
}

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('ResizeObserver', FakeObserver);
  vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockImplementation(() => size.width);
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockImplementation(() => size.height);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

function Shown() {
  const [ref, { width, height }] = useSize<HTMLDivElement>();
  return (
    <div ref={ref}>
      {width} by {height}
    </div>
  );
}

it('follows the width at once, and the height when it has come to rest or shrunk for good', () => {
  size = { width: 400, height: 280 };
  const { container } = render(<Shown />);
  const become = (width: number, height: number) => {
    size = { width, height };
    act(() => resized());
  };
  const rest = () => act(() => vi.advanceTimersByTime(250));
  expect(container.textContent).toBe('400 by 280');

  become(390, 280);
  expect(container.textContent).toBe('390 by 280');

  become(390, 260);
  expect(container.textContent).toBe('390 by 280');
  rest();
  expect(container.textContent).toBe('390 by 260');

  // A line of text that comes and goes beside it.
  become(390, 280);
  rest();
  expect(container.textContent).toBe('390 by 260');

  become(390, 250);
  become(390, 270);
  rest();
  expect(container.textContent).toBe('390 by 260');

  become(390, 400);
  rest();
  expect(container.textContent).toBe('390 by 400');
});
