import { encodeBase64url } from '../../../../shared/bytes/base64url.ts';
import type { PasskeyAssertion } from '../../../../shared/contract/operator/passkey.ts';
import * as limits from '../../../../shared/limits.ts';
import { Refused } from '../../staff/call/refused.ts';

/** Has a passkey sign what `navigator.credentials.get()` takes. */
export type Sign = (options: object) => Promise<PasskeyAssertion>;

/** What is answered where something is to be signed. */
interface Begun {
  ceremony: string;
  options: object;
}

/**
 * Has a passkey sign the 32 bytes that this page computed, and nothing else: where the answer names others nobody is asked. Of the answer counts besides
 * which passkeys are meant; for whom they sign (the host of this page, as none is named) and that their owner is verified is the page's own.
 * @throws Refused asked-to-sign-another, and whatever `sign` throws
 */
export async function signHere(
  { ceremony, options }: Begun,
  hash: Uint8Array,
  sign: Sign,
): Promise<{ ceremony: string; assertion: PasskeyAssertion }> {
  const { challenge, allowCredentials }: Record<string, unknown> = { ...options };
  if (challenge !== encodeBase64url(hash)) throw Refused.here('asked-to-sign-another');
  const assertion = await sign({
    ...{ challenge, timeout: limits.officerDecision, userVerification: 'required' },
    ...(Array.isArray(allowCredentials) && { allowCredentials: allowCredentials.flatMap(passkeyIn) }),
  });
  return { ceremony, assertion };
}

function passkeyIn(of: unknown) {
  const isNamed = typeof of === 'object' && of !== null && 'id' in of && typeof of.id === 'string';
  return isNamed ? [{ id: of.id, type: 'public-key' }] : [];
}
