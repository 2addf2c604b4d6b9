import { act, fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { TourPanel } from '../../../src/view/panels/Learn/TourPanel.tsx';
import { Tour } from '../../../src/view/tour/Tour.tsx';
import { evaluationOf, openedStore, show } from '../charts/openedStore.tsx';

beforeEach(() => {
  vi.spyOn(window, 'scrollTo').mockImplementation(() => {});
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      disconnect() {}
    },
  );
});

const store = () => openedStore([evaluationOf('test', [[1, 0.9]])]);
const heading = () => screen.getByRole('heading', { level: 2 }).textContent;

it('is offered only, and starts at the first place of Tune', () => {
  const opened = store();
  show(<TourPanel />, opened);
  expect(opened.getState().tourPlace).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Start the tour' }));
  expect(opened.getState()).toMatchObject({ tourPlace: 0, view: 'tune' });
});

it('goes on and back with the focus on what it says, and ends with the last place', () => {
  const opened = store();
  opened.getState().startTour();
  show(<Tour />, opened);
  expect(heading()).toBe('The rail');
  const seen = [heading()];
  for (let place = 1; place < 8; place++) {
    fireEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(document.activeElement?.textContent).toBe(heading());
    seen.push(heading());
  }
  expect(new Set(seen).size).toBe(8);
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'Back' }));
  expect(heading()).toBe(seen[6]);
  fireEvent.click(screen.getByRole('button', { name: 'Next' }));
  fireEvent.click(screen.getByRole('button', { name: 'Done' }));
  expect(opened.getState().tourPlace).toBeNull();
});

it('leads back to where it was begun, unless one went elsewhere meanwhile', () => {
  const opened = store();
  opened.getState().setView('learn');
  opened.getState().startTour();
  opened.getState().endTour();
  expect(opened.getState()).toMatchObject({ view: 'learn', isBackFromTour: true });
  show(<TourPanel />, opened);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Start the tour' }));
  expect(opened.getState().isBackFromTour).toBe(false);
  opened.getState().startTour();
  opened.getState().setView('data');
  opened.getState().endTour();
  expect(opened.getState()).toMatchObject({ view: 'data', isBackFromTour: false });
});

it('ends by Escape, unless something that is open above it takes that', () => {
  const opened = store();
  opened.getState().startTour();
  show(<Tour />, opened);
  const menu = document.body.appendChild(document.createElement('div'));
  menu.className = 'menu';
  act(() => {
    fireEvent.keyDown(document.body, { key: 'Escape' });
  });
  expect(opened.getState().tourPlace).toBe(0);
  menu.remove();
  act(() => {
    fireEvent.keyDown(document.body, { key: 'Escape' });
  });
  expect(opened.getState().tourPlace).toBeNull();
});
