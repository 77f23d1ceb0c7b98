import { type MutableRef, useEffect, useRef } from 'preact/hooks';
import { endShiftCall } from '../../../../shared/contract/officer/shift.ts';
import type { AtWork } from '../call/shift.ts';

/**
 * Whoever signs at this desk beside its officer stays at work until the session is over, and not a moment longer: however the desk is left, nobody stays
 * at work by it.
 * @returns notes who has come; whoever came before them is gone
 */
export function useSecondShift(isOver: boolean): (at: AtWork) => void {
  const there = useRef<AtWork>();
  useEffect(() => {
    if (isOver) leave(there);
  }, [isOver]);
  useEffect(() => () => leave(there), []);
  return (at) => {
    leave(there);
    there.current = at;
  };
}

function leave(there: MutableRef<AtWork | undefined>): void {
  void there.current?.client.call(endShiftCall, {}).catch(() => undefined);
  there.current = undefined;
}
