import { type ToggleEvent, useId, useRef } from 'react';
import { translate } from '../../i18n/translate.ts';

interface Choice<Id extends string> {
  readonly id: Id;
  readonly name: string;
}

interface MetricChooserProps<Id extends string> {
  readonly choices: readonly Choice<Id>[];
  readonly chosen: readonly Id[];
  readonly most: number;
  readonly onChange: (chosen: readonly Id[]) => void;
}

const EDGE = 12;

/** The button "choose" and the list of metrics it opens. */
export function MetricChooser<Id extends string>({ choices, chosen, most, onChange }: MetricChooserProps<Id>) {
  const popoverId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const isFull = chosen.length >= most;

  const place = (event: ToggleEvent<HTMLFieldSetElement>) => {
    const anchor = button.current?.getBoundingClientRect();
    if (event.newState !== 'open' || anchor === undefined) return;
    const page = document.documentElement;
    const width = Math.min(400, page.clientWidth - 2 * EDGE);
    const left = Math.max(EDGE, Math.min(anchor.right - width, page.clientWidth - width - EDGE));
    event.currentTarget.style.left = `${left + window.scrollX}px`;
    event.currentTarget.style.top = `${anchor.bottom + 4 + window.scrollY}px`;
  };

  return (
    <>
      <button
        ref={button}
        type="button"
        className="chartButton chartButtonAside"
        popoverTarget={popoverId}
        aria-label={translate('chart.chooseMetrics')}
      >
        {translate('chart.choose')} <span aria-hidden="true">▾</span>
      </button>
      <fieldset id={popoverId} className="chartChoices" popover="auto" onBeforeToggle={place}>
        <legend>{translate('chart.chooseLegend', { most })}</legend>
        {choices.map(({ id, name }) => {
          const isChosen = chosen.includes(id);
          return (
            <label key={id} className="chartChoice">
              <input
                type="checkbox"
                checked={isChosen}
                disabled={isFull && !isChosen}
                onChange={() => onChange(isChosen ? chosen.filter((other) => other !== id) : [...chosen, id])}
              />
              {name}
            </label>
          );
        })}
      </fieldset>
    </>
  );
}
