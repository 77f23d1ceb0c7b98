import { vi } from 'vitest';
import type { OnShift, WithPoints } from '../../../scripts/authority/raise/raise.fixture.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { OfficerId } from '../../../shared/ids.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { serverClock } from '../../web/desk/live/server-clock.ts';
import { openShift } from '../../web/officer/call/shift.ts';
import { Refused } from '../../web/staff/call/refused.ts';

/** What a BFF answers the page with where it begins a shift. */
interface Answered {
  ceremony: string;
  options: object;
  salt: string;
}

/**
 * An officer signs in at the real page, in a browser that is played: `begin` is what the BFF answers the beginning with, by the key of the browser's
 * proof. Whatever the passkey signs is the BFF's to use; the shift itself it never opens.
 * @returns why the page refused, and what was signed
 */
export async function signInAtPage(
  { authority }: WithPoints,
  { passkey, asked }: Pick<OnShift, 'passkey' | 'asked'>,
  begin: (key: string) => Promise<Answered>,
  other?: { officerId: OfficerId },
) {
  const signed: unknown[] = [];
  const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'base64url')).buffer;
  const get = async ({ publicKey }: { publicKey: { challenge: ArrayBuffer } }) => {
    const challenge = encodeBase64url(new Uint8Array(publicKey.challenge));
    const { id, response, ...rest } = passkey.sign(asked({ challenge }));
    const [clientDataJSON, authenticatorData] = [response.clientDataJSON, response.authenticatorData];
    return {
      ...{ ...rest, id, rawId: bytesOf(id), getClientExtensionResults: () => ({}) },
      response: {
        ...{ clientDataJSON: bytesOf(clientDataJSON), authenticatorData: bytesOf(authenticatorData) },
        ...{ signature: bytesOf(response.signature), userHandle: bytesOf(response.userHandle) },
      },
    };
  };
  const answer = (status: number, body: object) =>
    new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
  vi.stubGlobal('PublicKeyCredential', class {});
  vi.stubGlobal('navigator', { credentials: { get } });
  vi.stubGlobal('location', { origin: 'https://officer.example' });
  vi.stubGlobal('fetch', async (address: string, { body, headers }: { body?: string; headers: Headers }) => {
    if (address.endsWith('/begin')) {
      const { ceremony, options, salt } = await begin(keyIn(headers));
      return answer(200, { ceremony, options, salt });
    }
    signed.push(JSON.parse(body ?? '{}').assertion);
    return answer(503, { code: 'authority-unavailable', title: 'x', status: 503 });
  });
  const clock = { ...serverClock(), now: () => authority.clock.at };
  const trust = { root: authority.ports().keys.root(), sandbox: true };
  try {
    await openShift({ trust, clock, language: () => 'en' }, other === undefined ? {} : { other });
    throw new Error('a shift that nobody opened');
  } catch (fault) {
    if (!(fault instanceof Refused)) throw fault;
    return { refused: fault.why, signed };
  } finally {
    vi.unstubAllGlobals();
  }
}

/** The thumbprint of the key that a request is proved by. */
function keyIn(headers: Headers): string {
  const [head = ''] = (headers.get('dpop') ?? '').split('.');
  return thumbprint(JSON.parse(Buffer.from(head, 'base64url').toString()).jwk);
}
