import { type ComponentChildren, createContext } from 'preact';
import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import type { Text } from '../../../../shared/text.ts';
import { Refused } from '../call/refused.ts';
import { announce, Say, useSay } from '../say.tsx';
import { keepFocus } from './page.tsx';
import { Problem } from './problem.tsx';

/** Milliseconds in which a second press counts as meant. */
const secondPress = 10_000;

/** What a page puts around all that is done in it. */
export const Doing = createContext<<T>(work: () => Promise<T>) => Promise<T>>((work) => work());

/** One thing that is being done, once at a time, with what became of it. */
export function useAct() {
  const { say } = useSay();
  const doing = useContext(Doing);
  const [working, setWorking] = useState(false);
  const [refused, setRefused] = useState<Refused>();
  const busy = useRef(false);
  async function act(work: () => Promise<unknown>, done?: Text): Promise<boolean> {
    if (busy.current) return false;
    busy.current = true;
    setWorking(true);
    setRefused(undefined);
    try {
      await doing(work);
      if (done !== undefined) announce(say(done));
      return true;
    } catch (fault) {
      if (!(fault instanceof Refused)) throw fault;
      setRefused(fault);
      return false;
    } finally {
      busy.current = false;
      setWorking(false);
      keepFocus();
    }
  }
  return { act, working, refused };
}

interface ActProps {
  work: () => Promise<unknown>;
  /** Told once it is done. */
  done?: Text;
  id?: string;
  /** What a second press says, and what it brings about: for what cannot be taken back. */
  twice?: { press: Text; means: Text };
  main?: boolean;
  children: ComponentChildren;
}

/** A button that does something, says that it is under way, and what became of it. It is never disabled: that would lose the focus. */
export function Act({ work, done, id, twice, main, children }: ActProps) {
  const { say } = useSay();
  const { act, working, refused } = useAct();
  const [armed, setArmed] = useState(false);
  useEffect(() => {
    if (!armed) return;
    const timer = setTimeout(() => setArmed(false), secondPress);
    return () => clearTimeout(timer);
  }, [armed]);
  const press = () => {
    if (twice !== undefined && !armed) {
      announce(say(twice.means));
      return setArmed(true);
    }
    setArmed(false);
    void act(work, done);
  };
  return (
    <div class="act">
      <button
        type="button"
        {...(id === undefined ? {} : { id })}
        class={main ? 'main' : armed ? 'armed' : ''}
        aria-disabled={working}
        onClick={press}
      >
        {working ? (
          <Say zh="正在处理…" en="Working …" />
        ) : armed && twice !== undefined ? (
          say(twice.press)
        ) : (
          children
        )}
      </button>
      {armed && twice !== undefined ? <p class="means">{say(twice.means)}</p> : null}
      {refused === undefined ? null : <Problem refused={refused} />}
    </div>
  );
}
