import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

/** The drawing that a chart makes, one element a line, numbers to a hundredth of a pixel, without generated names. */
export function pictureOf(chart: ReactNode): string {
  const { container, unmount } = render(chart);
  const drawing = container.querySelector('svg.recharts-surface');
  if (drawing === null) throw new Error('The chart drew nothing.');
  const svg = drawing.cloneNode(true) as Element;
  unmount();
  for (const element of svg.querySelectorAll('defs, title:empty, desc:empty')) element.remove();
  for (const element of [svg, ...svg.querySelectorAll('*')]) {
    for (const name of ['id', 'clip-path', 'data-id', 'tabindex', 'style']) element.removeAttribute(name);
  }
  // Layers of the chart library that hold nothing say nothing.
  for (let empty = svg.querySelectorAll('g:empty'); empty.length > 0; empty = svg.querySelectorAll('g:empty')) {
    for (const element of empty) element.remove();
  }
  return `${svg.outerHTML
    .replace(/-?\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2))))
    .replaceAll('><', '>\n<')}\n`;
}

export const SIZE = { width: 400, height: 280 } as const;
