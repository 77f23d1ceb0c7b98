import type { Text } from './text.ts';

/** Chinese first, then, after a space, the same in Latin letters. */
const bilingual = /^(?<zh>.*\p{Script=Han}\S*) (?<en>\P{Script=Han}+)$/u;

/**
 * A signed name in the reader's language alone, where it was registered in both, Chinese first: `前台一 Reception 1`. Any other name
 * is shown whole: nothing of it is left out unless the rest says the same.
 */
export function nameIn(language: keyof Text, name: string): string {
  const { zh, en } = bilingual.exec(name)?.groups ?? {};
  if (zh === undefined || en === undefined || !/\p{Script=Latin}{3}/u.test(en)) return name;
  return language === 'zh' ? zh : en;
}
