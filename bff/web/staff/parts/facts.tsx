import type { ComponentChildren } from 'preact';
import type { Text } from '../../../../shared/text.ts';
import { useSay } from '../say.tsx';

/** Names and values, one a line. */
export function Facts({ facts }: { facts: readonly (readonly [Text, ComponentChildren])[] }) {
  const { say } = useSay();
  return (
    <dl class="facts">
      {facts.map(([name, value]) => (
        <div key={name.en}>
          <dt>{say(name)}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A part of a page under a heading of its own. */
export function Part({ title, id, children }: { title: Text; id: string; children: ComponentChildren }) {
  const { say } = useSay();
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{say(title)}</h2>
      {children}
    </section>
  );
}
