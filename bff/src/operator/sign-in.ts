import { generateAuthenticationOptions } from '@simplewebauthn/server';
import type { PasskeyAssertion } from '../../../shared/contract/operator/passkey.ts';
import type { OperatorSession } from '../../../shared/contract/operator/sign-in.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { consoleAddress } from '../config/console-address.ts';
import type { Visiting } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { networkOf } from '../quota/network-of.ts';
import { take } from '../quota/take.ts';
import { beginCeremony, type Ceremony } from './ceremony.ts';
import { checkPasskey } from './check-passkey.ts';
import { issueToken } from './issue-token.ts';
import { readSession } from './read-session.ts';

const anybody: Ceremony = { purpose: 'sign-in', about: '' };

/** Asks for any passkey of this server: nobody is named, so that nobody learns who is an operator. */
export async function beginSignIn(
  ports: Ports,
  { source }: Visiting,
): Promise<{ ceremony: string; options: object }> {
  await take(ports, [{ quota: 'sign-ins-by-network', subject: networkOf(source) }]);
  const { ceremony, challenge } = await beginCeremony(ports, anybody);
  const options = await generateAuthenticationOptions({
    rpID: consoleAddress(ports.settings.publicUrl).rpId,
    ...{ challenge, timeout: limits.passkeyCeremony, userVerification: 'required' },
  });
  return { ceremony, options };
}

/** Signs in whom a passkey verified, by a cookie. @throws Problem passkey-refused, too-many-requests */
export async function signIn(
  ports: Ports,
  given: { ceremony: string; assertion: PasskeyAssertion },
  { source, keep }: Visiting,
): Promise<OperatorSession> {
  await take(ports, [{ quota: 'sign-ins-by-network', subject: networkOf(source) }]);
  const { operatorId, used } = await checkPasskey(ports, anybody, given);
  const issued = issueToken(ports, operatorId, { kind: 'console', label: '', verifiedAt: ports.now() });
  await take(ports, [{ quota: 'sign-ins-by-operator', subject: operatorId }]);
  const event = { event: 'operator-signed-in', by: 'operator', operatorId } as const;
  const written = await ports.audited(event, [used, issued.kept]);
  if (!written.done) throw new Problem('passkey-refused');
  keep(issued.token);
  return readSession(ports, issued.signedIn);
}
