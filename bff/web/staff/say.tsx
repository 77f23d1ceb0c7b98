import { createContext, Fragment } from 'preact';
import { useContext } from 'preact/hooks';
import { nameIn } from '../../../shared/name-in.ts';
import type { Text } from '../../../shared/text.ts';
import type { Language } from '../kit/language.ts';

export const Speaking = createContext<Language>('zh');

/** Words in the reader's language. */
export function Say(text: Text) {
  return <>{text[useContext(Speaking)]}</>;
}

/** The same where a line of Chinese may end only where one of the phrases does, as in large type on a small screen; the place says `keep-all`. */
export function Phrases({ zh, en }: { zh: readonly string[]; en: string }) {
  if (useContext(Speaking) === 'en') return <>{en}</>;
  return (
    <>
      {zh.map((phrase) => (
        <Fragment key={phrase}>
          {phrase}
          <wbr />
        </Fragment>
      ))}
    </>
  );
}

/** The same for attributes, and how names, times and numbers are written. */
export function useSay() {
  const language = useContext(Speaking);
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  return {
    language,
    say: (text: Text) => text[language],
    /** A registered name in the reader's language alone, where it was registered in both. */
    name: (registered: string) => nameIn(language, registered),
    time: (at: number) =>
      new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(at),
    /** With seconds, for what is looked at often. */
    clock: (at: number) => new Intl.DateTimeFormat(locale, { timeStyle: 'medium' }).format(at),
    number: (value: number) => new Intl.NumberFormat(locale).format(value),
  };
}

/** Has a screen reader say it, politely, and once more if it is the same. */
export function announce(words: string): void {
  const spoken = document.getElementById('spoken');
  if (spoken === null) return;
  spoken.textContent = '';
  requestAnimationFrame(() => {
    spoken.textContent = words;
  });
}
