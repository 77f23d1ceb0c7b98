import { type ComponentType, useEffect, useState } from 'react';
import type { Journey } from '../../journey/journey.ts';
import { HomeButton } from '../../parts/problem-panel.tsx';

/**
 * What stands after a pass that brought something, loaded when there is one: by its address a browser has it with the home page, which is fetched ahead
 * (`config/split-pages.ts`). Where it does not come the way home is there.
 */
export function AfterPassLater({ journey }: { journey: Journey }) {
  const [Loaded, setLoaded] = useState<ComponentType<{ journey: Journey }>>();
  useEffect(() => {
    import('../../pages/home/after-pass.tsx').then(
      ({ AfterPass }) => setLoaded(() => AfterPass),
      () => setLoaded(() => HomeButton),
    );
  }, []);
  return Loaded === undefined ? null : <Loaded journey={journey} />;
}
