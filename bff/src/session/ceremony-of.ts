import type { Level } from '../../../shared/levels.ts';
import type { Ceremony } from '../ports/ceremony.ts';
import type { Ports } from '../ports/ports.ts';
import type { Session } from './session.ts';

/** The ceremony that the session is one of. @throws Error where this BFF does not know it */
export function ceremonyOf(
  { ceremonies }: Pick<Ports, 'ceremonies'>,
  { ceremony }: Pick<Session, 'ceremony'>,
): Ceremony {
  const known = Object.hasOwn(ceremonies, ceremony) ? ceremonies[ceremony] : undefined;
  if (known === undefined) throw new Error('a session of a ceremony that is not known');
  return known;
}

/** Whether an RP asked and learns how it ended: no result, no webhook and no place in its counter's list for all else. */
export function isForRp(
  ports: Pick<Ports, 'ceremonies'>,
  session: Pick<Session, 'ceremony' | 'asked'>,
): boolean {
  return session.asked.by === 'counter' && ceremonyOf(ports, session).rules.passBrings === 'result';
}

/** The level that the session is for: what the counter's scene names, what the credential had as it was shown, or what the ceremony always has. */
export function levelOf(ports: Ports, session: Session): Level {
  if (session.asked.by === 'counter') return session.asked.request.level;
  const { level } = ceremonyOf(ports, session).rules;
  const shown = session.asked.by === 'holder' ? session.asked.level : undefined;
  const own = level === 'of-credential' ? shown : level;
  if (own === undefined || own === 'of-scene') throw new Error('a session without its level');
  return own;
}
