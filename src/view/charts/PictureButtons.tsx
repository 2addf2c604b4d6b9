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

/** Saves the picture as PNG or SVG, or copies it as an image. */
export function PictureButtons({ title, takePicture, onPicture, onCopyPicture }: PictureButtonsProps) {
  const [isCopied, setIsCopied] = useState(false);
  return (
    <>
      {FORMATS.map(({ format, blobOf }) => (
        <button
          key={format}
          type="button"
          className="chartButton"
          aria-label={translate('chart.pictureOf', { format, title })}
          onClick={async () => {
            const picture = takePicture();
            if (picture !== null) onPicture(await blobOf(picture));
          }}
        >
          {format}
        </button>
      ))}
      <button
        type="button"
        className="chartButton"
        aria-label={translate('chart.copyImageOf', { title })}
        title={translate('chart.copyImage')}
        onBlur={() => setIsCopied(false)}
        onClick={async () => {
          const picture = takePicture();
          if (picture !== null) setIsCopied(await onCopyPicture(pngBlob(picture)));
        }}
      >
        {translate('chart.copy')}
        <span aria-hidden="true">{isCopied ? ' ✓' : ''}</span>
      </button>
      <span className="visuallyHidden" role="status">
        {isCopied ? translate('chart.imageCopied') : ''}
      </span>
    </>
  );
}
