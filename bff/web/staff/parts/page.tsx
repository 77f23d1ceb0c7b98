import type { ComponentChildren } from 'preact';
import { useEffect, useLayoutEffect, useRef } from 'preact/hooks';
import type { Text } from '../../../../shared/text.ts';
import { useSay } from '../say.tsx';

/** A page with its one heading, which takes the focus as the page comes, so that a screen reader begins with it. */
export function Page({ title, children }: { title: Text; children: ComponentChildren }) {
  const { say } = useSay();
  const heading = useRef<HTMLHeadingElement>(null);
  const words = say(title);
  // In the same turn as the page: a moment later it would take the focus from where somebody has gone meanwhile.
  useLayoutEffect(() => heading.current?.focus(), []);
  useEffect(() => {
    document.title = words;
  }, [words]);
  return (
    <>
      <h1 id="title" tabIndex={-1} ref={heading}>
        {words}
      </h1>
      {children}
    </>
  );
}

/** Whatever was pressed may be gone by now: then the heading has the focus, and never nothing. */
export function keepFocus(): void {
  requestAnimationFrame(() => {
    if (document.activeElement === null || document.activeElement === document.body)
      document.getElementById('title')?.focus();
  });
}
