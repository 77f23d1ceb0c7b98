import type { Choice } from './show-choice.ts';
import type { Language } from './texts.ts';

/** What outlives a reload: the language, the choice, and which check was on. Never a token, never the secret of a code. */
export interface Kept extends Partial<Choice> {
  language?: Language;
  sessionId?: string;
}

const name = 'liangzheng-counter';

export function readKept(): Kept {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? '{}');
  } catch {
    return {};
  }
}

export function keep(kept: Kept): void {
  sessionStorage.setItem(name, JSON.stringify(kept));
}
