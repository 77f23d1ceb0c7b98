import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge, Credential } from '../ports/store.ts';

/**
 * The credential that takes the place of one that is brought to another phone, with its references. What was strict stays basic, for an
 * officer to make it so again, unless its voice was heard, or none was ever enrolled: what needs a voice elsewhere is not had by a move
 * without it. Then it is strict at once on the very device for which it was issued, and a day later on another.
 */
export function bringAlong(
  { now, random }: Pick<AuthorityPorts, 'now' | 'random'>,
  { claims }: { claims: Pick<Challenge['claims'], 'deviceThumbprint' | 'samples'> },
  before: Credential,
): Credential {
  const device = claims.deviceThumbprint;
  const wasStrict = before.level === 'strict' || before.strictFrom !== undefined;
  const heard = !before.voiceWithdrawn && (!before.hasVoice || claims.samples.includes('voice'));
  const comesBack = heard && wasStrict;
  const atOnce = comesBack && before.level === 'strict' && before.device === device;
  return {
    ...before,
    ...{ handle: newId('crd', random), device, since: now(), state: 'active', movable: undefined },
    level: atOnce ? 'strict' : 'basic',
    strictFrom: comesBack && !atOnce ? now() + limits.strictWait : undefined,
  };
}
