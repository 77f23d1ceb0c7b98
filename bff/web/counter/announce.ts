import { setText } from '../kit/element.ts';
import type { Language } from '../kit/language.ts';
import type { Words } from './clerk-words.ts';

/**
 * Tells a screen reader what has changed, once and politely. Where the focus went to the title itself, that is read out already, with what
 * it says to do.
 */
export function announce({ title, hint }: Words, focused: string, language: Language): void {
  setText('spoken', focused === 'state' ? '' : `${title[language]} ${hint[language]}`);
}
