import { useEffect } from 'react';
import type { Holder } from '../holder/holder.ts';
import { usePreferences } from '../ui/preferences.ts';

/** On a page that asks for consent: what is agreed to is recorded in the language in which it was read. */
export function useToldLanguage(holder: Holder | undefined): void {
  const { language } = usePreferences();
  useEffect(() => {
    if (holder !== undefined) holder.link.language = language;
  }, [holder, language]);
}
