import { translate } from '../../i18n/translate.ts';
import { goToPartIn } from './parts.ts';
import './PartsNav.css';

interface PartsNavProps {
  /** The id of the place of each part, and its name. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
}

/** Leads over a long screen to each of its parts. */
export function PartsNav({ places }: PartsNavProps) {
  return (
    <nav className="partsNav" aria-label={translate('parts.title')}>
      {places.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          className="linkButton"
          onClick={() => {
            const place = document.getElementById(id);
            if (place !== null) goToPartIn(place);
          }}
        >
          {name}
        </button>
      ))}
    </nav>
  );
}
