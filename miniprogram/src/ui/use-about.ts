import { useEffect, useState } from 'react';
import type { About } from '../../../shared/contract/about.ts';
import { readAbout } from '../start/about.ts';

/** Who stands behind this service; undefined until it is known. */
export function useAbout(): About | undefined {
  const [about, setAbout] = useState<About>();
  useEffect(() => {
    let here = true;
    void readAbout().then((known) => {
      if (here) setAbout(known);
    });
    return () => {
      here = false;
    };
  }, []);
  return about;
}
