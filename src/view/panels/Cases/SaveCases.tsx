import { useState } from 'react';
import { translate } from '../../../i18n/translate.ts';
import { useActions } from '../../../state/useTuner.ts';
import { Menu } from '../../controls/Menu.tsx';
import { NumberField } from '../../controls/NumberField.tsx';

/** So many are looked at one by one, usually. */
const FEW = 10;

/** The list, or its first rows, as a file. */
export function SaveCases({ total }: { readonly total: number }) {
  const [few, setFew] = useState(FEW);
  const { saveCases } = useActions();
  const count = Math.min(few, total);
  const item = (format: 'csv' | 'jsonl', limit: number | null) => {
    const ending = format === 'csv' ? 'Csv' : 'Jsonl';
    return {
      key: `${format} ${limit}`,
      name: translate(limit === null ? `cases.save.all${ending}` : `cases.save.first${ending}`, {
        count: limit ?? total,
      }),
      detail: translate(`cases.save.detail.${format}`),
      onSelect: () => void saveCases(format, limit),
    };
  };
  return (
    <div className="caseSave">
      <span className="caseFew">
        <span className="hint" aria-hidden="true">
          {translate('cases.save.first')}
        </span>
        <NumberField
          label={translate('cases.save.first')}
          value={few}
          low={1}
          high={1e9}
          onChange={(value) => setFew(Math.max(1, Math.round(value)))}
        />
      </span>
      <Menu
        name={translate('cases.save')}
        isDisabled={total === 0}
        items={[item('csv', count), item('jsonl', count), item('csv', null), item('jsonl', null)]}
      />
    </div>
  );
}
