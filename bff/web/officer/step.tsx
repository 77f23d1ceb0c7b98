import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../shared/text.ts';
import type { Language } from '../kit/language.ts';
import { useSay } from '../staff/say.tsx';

/**
 * One step of the work under its one heading. As it comes the focus goes to what is done next, or else to the heading: the work goes on by
 * the keyboard alone.
 * @param focus the id of what has the focus first
 */
export function Step({
  title,
  hint,
  focus,
  children,
}: {
  title: Text;
  hint?: Text;
  focus?: string;
  children?: ComponentChildren;
}) {
  const { say, language } = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    const target = focus === undefined ? heading.current : document.getElementById(focus);
    (target ?? heading.current)?.focus();
  }, [focus]);
  useTitle(title, language);
  return (
    <>
      <h1 id="title" tabIndex={-1} ref={heading}>
        {say(title)}
      </h1>
      {hint === undefined ? null : <p id="hint">{say(hint)}</p>}
      {children}
    </>
  );
}

function useTitle(title: Text, language: Language): void {
  useEffect(() => {
    document.title = title[language];
  }, [title, language]);
}
