import { joinedPhrases } from '../../i18n/joined.ts';
import { copyAsSvg } from './htmlCopy.ts';
import { copyWithStyles, SVG } from './svgCopy.ts';
import { textWidth, wrapped } from './wrapped.ts';

const MARGIN = 16;
/** Dots a CSS pixel: sharp on paper and on dense screens. */
const DENSITY = 2;

/** Runs with the light colours, whatever the page shows: nothing is painted before they are given back. */
function inLight<T>(make: () => T): T {
  const { dataset } = document.documentElement;
  const { theme } = dataset;
  dataset.theme = 'light';
  try {
    return make();
  } finally {
    if (theme === undefined) delete dataset.theme;
    else dataset.theme = theme;
  }
}

/** How words are written: size in pixels, weight, and the height of a line. */
interface Type {
  readonly size: number;
  readonly weight: number;
  readonly line: number;
}

const TITLE: Type = { size: 16, weight: 650, line: 22 };
const SUBTITLE: Type = { size: 13, weight: 400, line: 19 };
const NOTE: Type = { size: 12, weight: 400, line: 18 };

/** The words in lines no wider than the picture: a long name of a file or a split is never cut off. The first begins below `top`. */
function textLines(text: string, { size, weight, line }: Type, color: string, top: number, width: number) {
  const family = window.getComputedStyle(document.body).fontFamily;
  const widthOf = (words: string) => textWidth(words, `${weight} ${size}px ${family}`, size);
  return wrapped(text, width, widthOf).map((words, i) => {
    const element = document.createElementNS(SVG, 'text');
    element.setAttribute('x', String(MARGIN));
    element.setAttribute('y', String(top + (i + 1) * line - (line - size) / 2 - size / 8));
    element.setAttribute('fill', color);
    element.setAttribute('font-family', family);
    element.setAttribute('font-size', `${size}px`);
    element.setAttribute('font-weight', String(weight));
    element.textContent = words;
    return element;
  });
}

const oneLine = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

/** What a picture is made of: words, then parts of the page below each other, then a note. */
export interface PictureParts {
  readonly title: string;
  readonly subtitle: string;
  readonly parts: readonly Element[];
  readonly note: string;
}

export interface ChartPicture {
  /** A whole SVG document, in the light colours, that needs nothing from outside. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** Draws the parts as they stand on the page, on a light ground. */
export function pictureOf({ title, subtitle, parts, note }: PictureParts): ChartPicture {
  return inLight(() => {
    const page = window.getComputedStyle(document.documentElement);
    const ink = page.getPropertyValue('--ink').trim() || '#000000';
    const secondary = page.getPropertyValue('--secondary').trim() || ink;
    const boxes = parts.map((part) => part.getBoundingClientRect());
    const inner = Math.ceil(Math.max(...boxes.map((box) => box.width)));
    const width = inner + 2 * MARGIN;
    const whole = document.createElementNS(SVG, 'svg');
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('fill', '#ffffff');
    whole.append(ground);
    let top = MARGIN;
    const write = (text: string, type: Type, color: string) => {
      const lines = textLines(text, type, color, top, inner);
      whole.append(...lines);
      top += lines.length * type.line;
    };
    write(title, TITLE, ink);
    write(subtitle, SUBTITLE, secondary);
    parts.forEach((part, place) => {
      top += 4;
      const group = document.createElementNS(SVG, 'g');
      group.setAttribute('transform', `translate(${MARGIN} ${top})`);
      if (part instanceof SVGSVGElement) {
        const chart = copyWithStyles(part);
        chart.setAttribute('overflow', 'visible');
        group.append(chart);
      } else group.append(...copyAsSvg(part));
      whole.append(group);
      top += Math.ceil(boxes[place].height);
    });
    top += 4;
    write(note, NOTE, secondary);
    const height = top + MARGIN;
    for (const element of [whole, ground]) {
      element.setAttribute('width', String(width));
      element.setAttribute('height', String(height));
    }
    whole.setAttribute('xmlns', SVG);
    whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
    return { svg: new XMLSerializer().serializeToString(whole), width, height };
  });
}

/** The picture of a chart's figure as it stands, with a note below; null where the figure has no chart. */
export function chartPicture(figure: HTMLElement, note: string): ChartPicture | null {
  const drawing = figure.querySelector('.plot svg');
  const title = figure.querySelector('h2');
  if (drawing === null || title === null) return null;
  const readout = figure.querySelector('.chartReadout');
  const aside = figure.querySelector('.chartAside');
  // A chart whose metrics can be chosen has a button there, which says nothing on paper.
  const figures = aside?.querySelector('button') ? '' : oneLine(aside);
  const values = joinedPhrases([...(readout?.querySelectorAll('.chartValue') ?? [])].map(oneLine)) || oneLine(readout);
  const subtitle = [figures, values].filter((text) => text !== '').join(' · ');
  return pictureOf({ title: oneLine(title), subtitle, parts: [drawing], note });
}

export const svgBlob = ({ svg }: ChartPicture): Blob => new Blob([svg], { type: 'image/svg+xml' });

/** The picture as PNG, two dots a CSS pixel. Rejects where the browser cannot draw it. */
export async function pngBlob({ svg, width, height }: ChartPicture): Promise<Blob> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = width * DENSITY;
  canvas.height = height * DENSITY;
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob === null ? reject(new Error('no picture')) : resolve(blob)), 'image/png');
  });
}
