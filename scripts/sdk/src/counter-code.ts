import type { Session } from './guards.ts';

const utf8 = new TextEncoder();

/** Makes the codes of one session: `elapsed` are whole seconds since it was opened, by the service's clock. */
export type MakeCode = (elapsed: number) => Promise<string>;

/**
 * `https://<host>/q/1.<token>.<elapsed>.<mac>`; `mac` is the first half of HMAC-SHA256, under the session's secret, over
 * what the code stands for, each field preceded by its length in four bytes.
 */
export async function codesOf(session: Session): Promise<MakeCode> {
  const { codeBaseUrl, token, rpId, counterId, scene, purpose } = session;
  const key = await crypto.subtle.importKey(
    ...(['raw', fromBase64url(session.secret), { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']] as const),
  );
  return async (elapsed) => {
    const fields = ['liangzheng counter code', '1', token, String(elapsed), rpId, counterId, scene, purpose];
    const mac = await crypto.subtle.sign('HMAC', key, lengthPrefixed(fields));
    return `${codeBaseUrl}/q/1.${token}.${elapsed}.${toBase64url(new Uint8Array(mac, 0, 16))}`;
  };
}

function lengthPrefixed(fields: readonly string[]): Uint8Array<ArrayBuffer> {
  const encoded = fields.map((field) => utf8.encode(field));
  const all = new Uint8Array(encoded.reduce((sum, { length }) => sum + 4 + length, 0));
  const view = new DataView(all.buffer);
  let at = 0;
  for (const bytes of encoded) {
    view.setUint32(at, bytes.length);
    all.set(bytes, at + 4);
    at += 4 + bytes.length;
  }
  return all;
}

function fromBase64url(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (letter) =>
    letter.charCodeAt(0),
  );
}

function toBase64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
}
