import { useEffect, useRef, useState } from 'react';
import { openHolder } from '../../../start/open-holder.ts';
import { measureSight } from './measure-sight.ts';
import { steadyHint } from './steady-hint.ts';
import { type SightHint, tellHint } from './tell-hint.ts';

/** The hint of the moment while `watching`; none where the platform's camera shows no pixels. */
export function useHint({ watching, still }: { watching: boolean; still: boolean }): SightHint | undefined {
  const [hint, setHint] = useState<SightHint>();
  const isStill = useRef(still);
  isStill.current = still;
  useEffect(() => {
    if (!watching) return;
    let gone = false;
    let forget: (() => void) | undefined;
    const watch = async (): Promise<void> => {
      const { platform } = await openHolder();
      if (gone) return;
      const steady = steadyHint();
      let before: Uint8Array | undefined;
      forget = platform.sights?.(({ sketch, faces }) => {
        const seen = tellHint(measureSight(sketch, before), faces, isStill.current);
        before = sketch;
        setHint(steady(seen, platform.clock.now()));
      });
    };
    // Without the phone's key nothing is captured either, and the page says so.
    watch().catch(() => undefined);
    return () => {
      gone = true;
      forget?.();
      setHint(undefined);
    };
  }, [watching]);
  return hint;
}
