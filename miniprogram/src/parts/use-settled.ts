import { useEffect, useState } from 'react';
import * as limits from '../../../shared/limits.ts';

/**
 * Whether this part of a page has been there long enough for a tap on it to be meant: the second tap of a double one, which was for what stood here
 * before, agrees to nothing and ends nothing.
 */
export function useSettled(): boolean {
  const [settled, setSettled] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(true), limits.strayKey);
    return () => clearTimeout(timer);
  }, []);
  return settled;
}
