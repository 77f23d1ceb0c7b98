import { parseCode } from '../../../shared/counter-code/parse-code.ts';
import type { PageName } from './page-paths.ts';

/** The page that goes on from a scanned code: another person's phone is met, a counter is answered. What is no code is refused there by name. */
export function pageOfCode(code: string): Extract<PageName, 'confirm' | 'meet'> {
  const parsed = parseCode(code);
  return parsed !== undefined && 'meeting' in parsed ? 'meet' : 'confirm';
}
