import { randomBytes } from 'node:crypto';
import { decodeBase64url } from '../../shared/bytes/base64url.ts';
import type { OpenSessionAnswer } from '../../shared/contract/verify/01-open-session.ts';
import { arriveCall } from '../../shared/contract/verify/02-arrive.ts';
import { makeCode } from '../../shared/counter-code/make-code.ts';
import { makeDeviceKey } from '../../shared/jws/make-device-key.ts';
import { makeDpopProof } from '../../shared/jws/make-dpop-proof.ts';

const random = (length: number) => new Uint8Array(randomBytes(length));

/**
 * A guest whose phone has no account yet scans the code of this moment at a BFF that runs: the counter is told that more time is needed.
 * Answers the status.
 */
export async function scanAsStranger(url: string, session: OpenSessionAnswer): Promise<number> {
  const key = makeDeviceKey(random);
  const { codeBaseUrl: baseUrl, secret, openedAt } = session;
  const elapsed = Math.floor((Date.now() - openedAt) / 1000);
  const code = makeCode({ ...session, baseUrl, secret: decodeBase64url(secret), elapsed });
  const { method, path } = arriveCall;
  const send = (nonce?: string) =>
    fetch(url + path, {
      method,
      headers: {
        'content-type': 'application/json',
        dpop: makeDpopProof({
          ...{ key, method, url: baseUrl + path, now: Date.now(), random },
          ...(nonce !== undefined && { nonce }),
        }),
      },
      body: JSON.stringify({ code }),
    });
  const first = await send();
  const nonce = first.headers.get('dpop-nonce');
  if (first.ok || nonce === null) return first.status;
  return (await send(nonce)).status;
}
