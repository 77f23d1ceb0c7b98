import { keptState } from '../kit/kept.ts';
import type { Language } from '../kit/language.ts';

interface Kept {
  language: Language;
  largeType: boolean;
}

/** How this operator reads: kept in the browser, and nothing else is. */
export const kept = keptState<Kept>(
  { name: 'liangzheng.console', version: 1, storage: () => localStorage },
  {
    language: (value) => (value === 'zh' || value === 'en' ? value : undefined),
    largeType: (value) => (typeof value === 'boolean' ? value : undefined),
  },
);

/** What was chosen, or what the browser says. */
export function readKept(): Kept {
  const given: Kept = { language: navigator.language.startsWith('en') ? 'en' : 'zh', largeType: false };
  return { ...given, ...kept.read() };
}
