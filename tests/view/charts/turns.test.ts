import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Turns } from '../../../src/view/charts/turns.tsx';

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(900);
});
afterEach(() => {
  vi.runAllTimers();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** An element whose upper and lower edges stand there, measured from the top of what is in view. */
function standing(top: number, bottom: number): Element {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => ({ top, bottom }) as DOMRect;
  return element;
}

it('calls one a task: those in view in their order, then the nearest above or below', () => {
  const turns = new Turns();
  const called: string[] = [];
  const wait = (name: string, top: number, bottom: number) =>
    turns.wait(standing(top, bottom), () => called.push(name));
  wait('far below', 3000, 3400);
  wait('in view', 100, 500);
  wait('above', -500, -100);
  wait('just below', 950, 1300);
  wait('half in view', 800, 1200);
  const order = ['in view', 'half in view', 'just below', 'above', 'far below'];
  expect(called).toEqual([]);
  for (let count = 1; count <= order.length; count++) {
    vi.advanceTimersToNextTimer();
    expect(called).toEqual(order.slice(0, count));
  }
  vi.runAllTimers();
  expect(called).toEqual(order);
});

it('leaves out what has left, and begins again later', () => {
  const turns = new Turns();
  const called: string[] = [];
  const leave = turns.wait(standing(0, 10), () => called.push('left'));
  leave();
  vi.runAllTimers();
  expect(called).toEqual([]);
  turns.wait(standing(0, 10), () => called.push('later'));
  vi.runAllTimers();
  expect(called).toEqual(['later']);
});

it('goes on after one that fails', () => {
  const turns = new Turns();
  const called: string[] = [];
  turns.wait(standing(0, 10), () => {
    throw new Error('broken');
  });
  turns.wait(standing(0, 10), () => called.push('next'));
  expect(() => vi.advanceTimersToNextTimer()).toThrow('broken');
  vi.runAllTimers();
  expect(called).toEqual(['next']);
});
