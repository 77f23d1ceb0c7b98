import { createHash } from 'node:crypto';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Template } from '../ports/engines.ts';
import type { Grant } from '../ports/grants.ts';
import type { Case } from '../ports/officers.ts';
import { credentialNow } from '../register/credential-standing.ts';
import { templateText } from '../store/template-text.ts';

/**
 * Takes back what a raise has set beside the level, as far as nothing has taken its place since: its PIN and its voice count no more, wherever the credential has gone. While it is looked at
 * again (`waits`) they wait with the case, and the credential ends the earlier of both times; contested, they are gone, and it ends when it did before.
 * Called within `store.together`.
 */
export function takeBack(
  ports: Pick<AuthorityPorts, 'now' | 'store'>,
  { id, person, at }: Pick<Case, 'id' | 'person' | 'at'>,
  becomes: 'waits' | 'gone',
): void {
  const { cases, credentials, grants, pins } = ports.store;
  const given = grants.takeGiven(id);
  if (given === undefined) return;
  const { endsAt, formerEnd, pinSalt, voiceDigest } = given;
  const pin = pinSalt === undefined ? undefined : pins.remove(person, pinSalt);
  const alive = credentialNow(ports, credentials.aliveOf(person) ?? '');
  const isIts = alive?.voice !== undefined && digestOf(alive.voice) === voiceDigest;
  const voice = isIts ? alive.voice : undefined;
  if (alive !== undefined && voice !== undefined) credentials.takeVoice(alive.handle);
  const end = becomes === 'waits' ? earlierOf(endsAt, formerEnd) : formerEnd;
  if (alive !== undefined && alive.endsAt === endsAt && !cases.raisedAfter(person, at))
    credentials.put({ ...alive, endsAt: end });
  if (becomes === 'gone') return;
  const waiting: Grant = { pin, voice, endsAt };
  grants.put(id, waiting);
  grants.noteGiven(id, { pinSalt: undefined, voiceDigest: undefined, endsAt: end, formerEnd });
}

/** By what a voice is known again that a raise gave. */
export function digestOf(voice: Template): string {
  return createHash('sha256').update(templateText(voice)).digest('base64url');
}

function earlierOf(one: number | undefined, other: number | undefined): number | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return Math.min(one, other);
}
