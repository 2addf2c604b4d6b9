import { useEffect, useRef, useState } from 'react';
import { LANGUAGE_NAMES, LANGUAGES, localeOf } from '../../i18n/language.ts';
import { translate } from '../../i18n/translate.ts';
import { useActions, useTuner } from '../../state/useTuner.ts';
import { RadioGroup } from '../controls/RadioGroup.tsx';
import './LanguageChoice.css';

/** The languages of the page, each in its own words, so that whoever reads only one of them finds it. */
export function LanguageChoice() {
  const language = useTuner((state) => state.language);
  const { setLanguage } = useActions();
  const shown = useRef(language);
  const [isChanged, setIsChanged] = useState(false);
  useEffect(() => {
    if (shown.current !== language) setIsChanged(true);
    shown.current = language;
  }, [language]);
  return (
    <div className="languageChoice">
      <RadioGroup
        label={translate('bar.language')}
        value={language}
        options={LANGUAGES.map((value) => ({ value, shown: LANGUAGE_NAMES[value], lang: localeOf(value) }))}
        onChange={(chosen) => void setLanguage(chosen)}
      />
      <span role="status" className="visuallyHidden">
        {isChanged && translate('language.now')}
      </span>
    </div>
  );
}
