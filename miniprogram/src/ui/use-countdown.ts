import { useCallback, useEffect, useState } from 'react';

/** Whole seconds that are left, and how to start them anew. Keeps time by the clock, so that a sleeping page loses none. */
export function useCountdown(): [number, (seconds: number) => void] {
  const [until, setUntil] = useState(0);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    const look = (): void => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    look();
    if (until <= Date.now()) return;
    const ticking = setInterval(look, 500);
    return () => clearInterval(ticking);
  }, [until]);
  const start = useCallback((seconds: number) => {
    setUntil(seconds > 0 ? Date.now() + seconds * 1000 : 0);
  }, []);
  return [left, start];
}
