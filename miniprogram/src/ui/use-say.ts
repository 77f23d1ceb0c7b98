import type { Text } from '../../../shared/text.ts';
import { usePreferences } from './preferences.ts';

/** A text in the person's language: `say(texts.title)`. */
export function useSay(): (text: Text) => string {
  const { language } = usePreferences();
  return (text) => text[language];
}
