import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Grant } from '../ports/grants.ts';
import type { Case } from '../ports/officers.ts';
import { credentialNow, setLevel } from '../register/credential-standing.ts';
import { digestOf } from './take-back.ts';

/**
 * A raise has come true: the credential is strict at once, and all that its holder gave in it stands. What was given to a credential that is
 * void by now is gone with it; what is given is noted, so that it can be taken back. An officer whose own it is has needed one until then. Called within `store.together`.
 * @param grant undefined where all was given before, and only the level was taken back
 */
export function grantRaise(
  ports: Pick<AuthorityPorts, 'now' | 'store'>,
  { id, credential: handle, person }: Pick<Case, 'id' | 'credential' | 'person'>,
  grant: Grant | undefined,
): void {
  const { credentials, grants, officers, pins } = ports.store;
  setLevel(ports, handle, 'strict');
  officers.noteOwnRaise(person, ports.now());
  const credential = credentialNow(ports, handle);
  if (grant === undefined || credential === undefined || credential.state === 'void') return;
  const { pin, voice, endsAt } = grant;
  const shortened = grants.takeGiven(id);
  const formerEnd = shortened === undefined ? credential.endsAt : shortened.formerEnd;
  const voiceDigest = voice && digestOf(voice);
  grants.noteGiven(id, { pinSalt: pin?.salt, voiceDigest, endsAt, formerEnd });
  credentials.put({ ...credential, endsAt });
  if (pin !== undefined) pins.set(person, pin);
  if (voice !== undefined) credentials.giveVoice(handle, voice);
}
