import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import type { OperatorSession } from '../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { SignedIn } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { beginCeremony, type Ceremony } from './ceremony.ts';
import { checkPasskey } from './check-passkey.ts';
import { passkeysOf } from './passkeys-of.ts';
import { readSession } from './read-session.ts';

const byToken = ({ token }: SignedIn): Ceremony => ({ purpose: 'verify', about: token });

/** Asks for one of the operator's own passkeys. */
export async function beginVerification(
  ports: Ports,
  caller: SignedIn,
): Promise<{ ceremony: string; options: object }> {
  const { ceremony, challenge } = await beginCeremony(ports, byToken(caller));
  const options = await generateAuthenticationOptions({
    rpID: consoleAddress(ports.settings.publicUrl).rpId,
    ...{ challenge, timeout: limits.passkeyCeremony, userVerification: 'required' },
    allowCredentials: await passkeysOf(ports, caller.operatorId),
  });
  return { ceremony, options };
}

/**
 * The operator was verified once more: the token that asked is good, for five minutes, for what wants that.
 * @throws Problem passkey-refused, for another operator's passkey too
 */
export async function verifyAgain(
  ports: Ports,
  given: { ceremony: string; assertion: PasskeyAssertion },
  caller: SignedIn,
): Promise<OperatorSession> {
  const { operatorId, used } = await checkPasskey(ports, byToken(caller), given);
  if (operatorId !== caller.operatorId) throw new Problem('passkey-refused');
  const now = ports.now();
  const written = await ports.db.write([
    used,
    {
      sql: 'update operator_tokens set verified_at = :now where hash = :token returning hash',
      params: { now, token: caller.token },
      rows: 1,
    },
  ]);
  if (!written.done) throw new Problem('passkey-refused');
  return readSession(ports, { ...caller, verifiedUntil: now + limits.verificationFresh });
}
