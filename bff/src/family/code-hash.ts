import { createHmac } from 'node:crypto';
import type { Ports } from '../ports/ports.ts';

/** Under which a code of a ward is kept: keyed, as eight digits could be tried. */
export function codeHash({ holderPepper }: Pick<Ports['settings'], 'holderPepper'>, code: string): string {
  return createHmac('sha256', holderPepper).update(`ward code ${code}`).digest('base64url');
}
