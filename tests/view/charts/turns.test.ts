import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Turns } from '../../../src/view/charts/turns.tsx';

beforeEach(() => {
  vi.spyOn(window, 'innerHeight', 'get').mockReturnValue(900);
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** Tasks that run when they are told to. */
function tasksByHand() {
  const next: (() => void)[] = [];
  const painted: (() => void)[] = [];
  const run = (queue: (() => void)[]) => {
    const task = queue.shift();
    if (task === undefined) throw new Error('There is no such task.');
    task();
  };
  return {
    tasks: { next: (task: () => void) => next.push(task), afterPaint: (task: () => void) => painted.push(task) },
    paint: () => run(painted),
    runNext: () => run(next),
    runAll: () => {
      while (painted.length > 0) run(painted);
      while (next.length > 0) run(next);
    },
  };
}

/** An element whose upper and lower edges stand there, measured from the top of what is in view. */
function standing(top: number, bottom: number): Element {
  const element = document.createElement('div');
  element.getBoundingClientRect = () => ({ top, bottom }) as DOMRect;
  return element;
}

it('calls one a task: those in view in their order, then the nearest above or below', () => {
  const { tasks, paint, runNext, runAll } = tasksByHand();
  const turns = new Turns(tasks);
  const called: string[] = [];
  const wait = (name: string, top: number, bottom: number) =>
    turns.wait(standing(top, bottom), () => called.push(name));
  wait('far below', 3000, 3400);
  wait('in view', 100, 500);
  wait('above', -500, -100);
  wait('just below', 950, 1300);
  wait('half in view', 800, 1200);
  const order = ['in view', 'half in view', 'just below', 'above', 'far below'];
  expect(runNext).toThrow('no such task');
  paint();
  for (let count = 1; count <= order.length; count++) {
    expect(called).toEqual(order.slice(0, count));
    runNext();
  }
  runAll();
  expect(called).toEqual(order);
});

it('leaves out what has left, and begins again later', () => {
  const { tasks, runAll } = tasksByHand();
  const turns = new Turns(tasks);
  const called: string[] = [];
  const leave = turns.wait(standing(0, 10), () => called.push('left'));
  leave();
  runAll();
  expect(called).toEqual([]);
  turns.wait(standing(0, 10), () => called.push('later'));
  runAll();
  expect(called).toEqual(['later']);
});

it('goes on after one that fails', () => {
  const { tasks, paint, runAll } = tasksByHand();
  const turns = new Turns(tasks);
  const called: string[] = [];
  turns.wait(standing(0, 10), () => {
    throw new Error('broken');
  });
  turns.wait(standing(0, 10), () => called.push('next'));
  expect(paint).toThrow('broken');
  runAll();
  expect(called).toEqual(['next']);
});

it('draws after the next frame, and where none comes all the same', async () => {
  const frames = vi.spyOn(window, 'requestAnimationFrame').mockReturnValue(1);
  const drawn = (turns: Turns) => new Promise<string>((resolve) => turns.wait(null, () => resolve('drawn')));
  const inView = drawn(new Turns());
  const [[onFrame]] = frames.mock.calls;
  onFrame(0);
  expect(await inView).toBe('drawn');
  expect(await drawn(new Turns())).toBe('drawn');
});
