import { useState } from 'react';
import { translate } from '../../i18n/translate.ts';
import { type ChartPicture, pngBlob, svgBlob } from './chartPicture.ts';
import './charts.css';

const FORMATS = [
  { format: 'PNG', blobOf: pngBlob },
  { format: 'SVG', blobOf: svgBlob },
] as const;

/** How a picture of a chart leaves the page. */
export interface PictureWays {
  readonly onPicture: (picture: Blob) => void;
  /** Given the picture as PNG once it is drawn; false where the browser did not take it. */
  readonly onCopyPicture: (picture: Promise<Blob>) => Promise<boolean>;
}

interface PictureButtonsProps extends PictureWays {
  readonly title: string;
  /** Null where there is nothing to draw. */
  readonly takePicture: () => ChartPicture | null;
}

/** What came of a press, where that is to be said. */
type Outcome = 'imageCopied' | 'imageNotCopied' | 'imageNotDrawn';

/** Saves the picture as PNG or SVG, or copies it as an image. What came of it is said beside the buttons, where one looks. */
export function PictureButtons({ title, takePicture, onPicture, onCopyPicture }: PictureButtonsProps) {
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const withPicture = async (use: (picture: ChartPicture) => Promise<Outcome | null>) => {
    setOutcome(null);
    try {
      const picture = takePicture();
      if (picture !== null) setOutcome(await use(picture));
    } catch {
      setOutcome('imageNotDrawn');
    }
  };
  const forget = () => setOutcome(null);
  return (
    <>
      {FORMATS.map(({ format, blobOf }) => (
        <button
          key={format}
          type="button"
          className="chartButton"
          aria-label={translate('chart.pictureOf', { format, title })}
          onBlur={forget}
          onClick={() =>
            withPicture(async (picture) => {
              onPicture(await blobOf(picture));
              return null;
            })
          }
        >
          {format}
        </button>
      ))}
      <button
        type="button"
        className="chartButton"
        aria-label={translate('chart.copyImageOf', { title })}
        title={translate('chart.copyImage')}
        onBlur={forget}
        onClick={() =>
          withPicture(async (picture) => ((await onCopyPicture(pngBlob(picture))) ? 'imageCopied' : 'imageNotCopied'))
        }
      >
        {translate('chart.copy')}
      </button>
      <span className="chartOutcome" role="status">
        {outcome !== null && translate(`chart.${outcome}`)}
      </span>
    </>
  );
}
