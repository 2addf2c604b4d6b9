/** What a picture needs of the style sheets, which do not travel with it. */
const STYLES = [
  'fill',
  'fill-opacity',
  'stroke',
  'stroke-width',
  'stroke-dasharray',
  'stroke-opacity',
  'stroke-linejoin',
  'opacity',
  'visibility',
  'display',
  'paint-order',
  'font-family',
  'font-size',
  'font-weight',
  'text-anchor',
  'dominant-baseline',
] as const;

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = 16;
const LINE = 22;
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

function copyWithStyles(original: Element): Element {
  const copy = original.cloneNode(false) as Element;
  const styles = window.getComputedStyle(original);
  copy.removeAttribute('class');
  copy.removeAttribute('style');
  for (const name of STYLES) {
    const value = styles.getPropertyValue(name);
    if (value !== '') copy.setAttribute(name, value);
  }
  for (const child of original.childNodes) {
    copy.append(child instanceof Element ? copyWithStyles(child) : child.cloneNode());
  }
  return copy;
}

function textLine(
  text: string,
  y: number,
  style: { readonly size: number; readonly weight: number },
  source: Element,
): SVGElement {
  const styles = window.getComputedStyle(source);
  const line = document.createElementNS(SVG, 'text');
  line.setAttribute('x', String(MARGIN));
  line.setAttribute('y', String(y));
  line.setAttribute('fill', styles.color);
  line.setAttribute('font-family', styles.fontFamily);
  line.setAttribute('font-size', `${style.size}px`);
  line.setAttribute('font-weight', String(style.weight));
  line.textContent = text;
  return line;
}

const oneLine = (element: Element | null): string => element?.textContent?.replace(/\s+/g, ' ').trim() ?? '';

export interface ChartPicture {
  /** A whole SVG document, in the light colours, with title and marker values above the chart. */
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** The picture of a chart's figure as it stands, with a note below; null where the figure has no chart. */
export function chartPicture(figure: HTMLElement, note: string): ChartPicture | null {
  const drawing = figure.querySelector<SVGSVGElement>('.plot svg');
  const title = figure.querySelector('h2');
  if (drawing === null || title === null) return null;
  return inLight(() => {
    const box = drawing.getBoundingClientRect();
    const readout = figure.querySelector('.chartReadout');
    const aside = figure.querySelector('.chartAside');
    // A chart whose metrics can be chosen has a button there, which says nothing on paper.
    const figures = aside?.querySelector('button') ? '' : oneLine(aside);
    const values = [...(readout?.querySelectorAll('.chartValue') ?? [])].map(oneLine).join(', ') || oneLine(readout);
    const subtitle = [figures, values].filter((text) => text !== '').join(' · ');
    const width = Math.ceil(box.width) + 2 * MARGIN;
    const top = MARGIN + 2 * LINE;
    const height = Math.ceil(box.height) + top + LINE + MARGIN;

    const whole = document.createElementNS(SVG, 'svg');
    whole.setAttribute('xmlns', SVG);
    whole.setAttribute('width', String(width));
    whole.setAttribute('height', String(height));
    whole.setAttribute('viewBox', `0 0 ${width} ${height}`);
    const ground = document.createElementNS(SVG, 'rect');
    ground.setAttribute('width', String(width));
    ground.setAttribute('height', String(height));
    ground.setAttribute('fill', '#ffffff');
    const chart = copyWithStyles(drawing);
    chart.setAttribute('x', String(MARGIN));
    chart.setAttribute('y', String(top));
    chart.setAttribute('overflow', 'visible');
    whole.append(
      ground,
      textLine(oneLine(title), MARGIN + 14, { size: 16, weight: 650 }, title),
      textLine(subtitle, MARGIN + 14 + LINE, { size: 13, weight: 400 }, readout ?? title),
      chart,
      textLine(note, height - MARGIN, { size: 12, weight: 400 }, readout ?? title),
    );
    return { svg: new XMLSerializer().serializeToString(whole), width, height };
  });
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
