/** Whether one signature of the header was made by this secret over `head` and `body`. A signature of another kind, or none, is not. */
export type WebhookVerifier = (signature: string, head: string, body: Uint8Array) => Promise<boolean>;

/** How each kind of secret is written, which signatures it makes, and what WebCrypto calls it. */
const kinds = [
  { prefix: 'whsec_', version: 'v1,', least: 24, algorithm: { name: 'HMAC', hash: 'SHA-256' } },
  { prefix: 'whpk_', version: 'v1a,', least: 32, algorithm: { name: 'Ed25519' } },
] as const;

/** @throws TypeError where it is no secret of a webhook, without repeating it */
export async function webhookVerifier(secret: string): Promise<WebhookVerifier> {
  const kind = kinds.find(({ prefix }) => secret.startsWith(prefix));
  const bytes = kind && fromBase64(secret.slice(kind.prefix.length));
  if (kind === undefined || bytes === undefined || bytes.length < kind.least)
    throw new TypeError('a secret of a webhook begins with whsec_, a public key with whpk_');
  const { algorithm, version } = kind;
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify']);
  return async (signature, head, body) => {
    const made = signature.startsWith(version) ? fromBase64(signature.slice(version.length)) : undefined;
    if (made === undefined) return false;
    const before = new TextEncoder().encode(head);
    const content = new Uint8Array(before.length + body.length);
    content.set(before);
    content.set(body, before.length);
    return await crypto.subtle.verify(algorithm, key, made, content);
  };
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]+={0,2}$/.test(text)) return undefined;
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    return undefined;
  }
}
