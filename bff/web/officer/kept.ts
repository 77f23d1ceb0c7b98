import { keptState } from '../kit/kept.ts';
import type { Language } from '../kit/language.ts';

interface Kept {
  language: Language;
  largeType: boolean;
  sound: boolean;
}

const flag = (value: unknown) => (typeof value === 'boolean' ? value : undefined);

/** How the officers of this computer read; nothing of them, and nothing of anybody else. */
export const kept = keptState<Kept>(
  { name: 'liangzheng.officer', version: 1, storage: () => localStorage },
  {
    language: (value) => (value === 'zh' || value === 'en' ? value : undefined),
    largeType: flag,
    sound: flag,
  },
);

/** What was chosen, or what the browser says. */
export function readKept(): Kept {
  const given: Kept = {
    language: navigator.language.startsWith('en') ? 'en' : 'zh',
    largeType: false,
    sound: true,
  };
  return { ...given, ...kept.read() };
}
