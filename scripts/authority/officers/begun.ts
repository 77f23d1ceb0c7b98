import { createHash } from 'node:crypto';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Begun } from '../ports/officers.ts';

const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Begins a ceremony with a passkey, of two minutes; only the hashes of its name and of the challenge are kept. */
export function begin(
  { store, random, now }: AuthorityPorts,
  { challenge, ...of }: Pick<Begun, 'purpose' | 'about'> & { challenge: Uint8Array; held?: string },
): string {
  const ceremony = encodeBase64url(random(16));
  store.begun.add(hashOf(ceremony), {
    held: '',
    ...of,
    challenge: hashOf(encodeBase64url(challenge)),
    expiresAt: now() + limits.officerDecision,
  });
  return ceremony;
}

/**
 * Whether the challenge that a passkey signed is that of the ceremony. It is over with the question, whatever comes of it: what was asked
 * once is answered once.
 * @param heard is told what was held, where the challenge is the one
 */
export function signedChallenge(
  { store, now }: AuthorityPorts,
  ceremony: string,
  { purpose, about }: Pick<Begun, 'purpose' | 'about'>,
  heard: (held: string) => void = () => undefined,
): (challenge: string) => Promise<boolean> {
  return async (challenge) => {
    const begun = store.begun.take(hashOf(ceremony));
    if (
      begun?.purpose !== purpose ||
      begun.about !== about ||
      begun.expiresAt <= now() ||
      begun.challenge !== hashOf(challenge)
    )
      return false;
    heard(begun.held);
    return true;
  };
}
