import { useCallback, useEffect, useRef, useState } from 'react';
import type { HolderProblem } from '../holder/holder-problem.ts';
import { asProblem } from '../holder/holder-problem.ts';

/**
 * Runs `work` when the page opens; `problem` is what ended it, `again` starts it anew. What ends after the page was left
 * is not heeded.
 */
export function useWork(work: (isHere: () => boolean) => Promise<void>): {
  problem: HolderProblem | undefined;
  busy: boolean;
  again: () => void;
} {
  const [problem, setProblem] = useState<HolderProblem>();
  const [busy, setBusy] = useState(true);
  const here = useRef(false);
  const newest = useRef(work);
  newest.current = work;
  const again = useCallback(() => {
    const isHere = (): boolean => here.current;
    setProblem(undefined);
    setBusy(true);
    newest
      .current(isHere)
      .catch((cause: unknown) => {
        if (isHere()) setProblem(asProblem(cause));
      })
      .finally(() => {
        if (isHere()) setBusy(false);
      });
  }, []);
  useEffect(() => {
    here.current = true;
    again();
    return () => {
      here.current = false;
    };
  }, [again]);
  return { problem, busy, again };
}
