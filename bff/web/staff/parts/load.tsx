import type { ComponentChildren } from 'preact';
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { Refused } from '../call/refused.ts';
import { Say } from '../say.tsx';
import { keepFocus } from './page.tsx';
import { Problem } from './problem.tsx';

type State<T> = { is: 'loading' } | { is: 'there'; value: T } | { is: 'refused'; refused: Refused };

interface Loaded<T> {
  of: () => Promise<T>;
  children: (value: T, reload: () => Promise<void>) => ComponentChildren;
}

/**
 * Reads something and shows it: that it is being read, what it is, or why not and a way to try again. What was shown stays while it is
 * read anew.
 * @param of what is read; another one is read anew, told apart by `by`
 */
export function Load<T>({ by = '', ...loading }: Loaded<T> & { by?: string }) {
  return <Loading key={by} {...loading} />;
}

function Loading<T>({ of, children }: Loaded<T>) {
  const source = useRef(of);
  source.current = of;
  const [loading, setLoading] = useState<State<T>>({ is: 'loading' });
  const read = useCallback(
    () =>
      source.current().then(
        (value) => setLoading({ is: 'there', value }),
        (fault: unknown) => {
          if (!(fault instanceof Refused)) throw fault;
          setLoading({ is: 'refused', refused: fault });
        },
      ),
    [],
  );
  useEffect(() => void read(), [read]);
  switch (loading.is) {
    case 'loading':
      return <Reading />;
    case 'refused':
      return (
        <Problem refused={loading.refused}>
          <button type="button" onClick={() => void read().then(keepFocus)}>
            <Say zh="再试一次" en="Try again" />
          </button>
        </Problem>
      );
    case 'there':
      return <>{children(loading.value, read)}</>;
  }
}

/** Something is under way. */
export function Reading() {
  return (
    <p class="reading" role="status">
      <Say zh="正在读取…" en="Reading …" />
    </p>
  );
}
