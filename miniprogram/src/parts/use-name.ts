import { nameIn } from '../../../shared/name-in.ts';
import { usePreferences } from '../ui/preferences.ts';

/** A signed name in the person's language alone, where it has that: `name(asks.place)`. */
export function useName(): (name: string) => string {
  const { language } = usePreferences();
  return (name) => nameIn(language, name);
}
