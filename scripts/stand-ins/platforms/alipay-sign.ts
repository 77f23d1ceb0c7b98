import { type KeyObject, sign, verify } from 'node:crypto';

/** What is signed of a request: every parameter but `sign` that is not empty, in the order of their names, joined by `&`. */
export function signedContent(params: ReadonlyMap<string, string>): string {
  return [...params]
    .filter(([name, value]) => name !== 'sign' && value !== '')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${value}`)
    .join('&');
}

/** RSA2: RSASSA-PKCS1-v1_5 with SHA-256, in base64. */
export function signRsa2(content: string, privateKey: KeyObject): string {
  return sign('sha256', Buffer.from(content), privateKey).toString('base64');
}

export function verifyRsa2(content: string, signature: string, publicKey: KeyObject): boolean {
  return verify('sha256', Buffer.from(content), publicKey, Buffer.from(signature, 'base64'));
}
