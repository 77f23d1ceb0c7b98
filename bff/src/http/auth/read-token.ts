import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { Problem } from '../../../../shared/problem.ts';

/** Checks the signature, type, issuer and audience of an access token and answers its claims. Throws otherwise. */
export type VerifyToken = (token: string) => unknown;

/** Ours name one audience. The verifier also takes a list in which it finds it. */
const forOneAudience = Compile(Type.Object({ aud: Type.String() }));

const patterns = {
  Bearer: /^Bearer +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i,
  DPoP: /^DPoP +([A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+)$/i,
};

/**
 * The genuine token of an Authorization header; its lifetime and its claims are for the caller to judge.
 * @throws Problem token-missing without the header or with another scheme, token-invalid
 */
export function readToken(
  authorization: string | undefined,
  scheme: 'Bearer' | 'DPoP',
  verify: VerifyToken,
): { text: string; claims: unknown } {
  if (authorization === undefined) throw new Problem('token-missing');
  const text = patterns[scheme].exec(authorization)?.[1];
  if (text === undefined) {
    const ours = authorization.toLowerCase().startsWith(`${scheme.toLowerCase()} `);
    throw new Problem(ours ? 'token-invalid' : 'token-missing');
  }
  try {
    // The verifier passes over spare bits: without this one signature would have four texts.
    decodeBase64url(text.slice(text.lastIndexOf('.') + 1));
    const claims = verify(text);
    if (!forOneAudience.Check(claims)) throw new TypeError('several audiences');
    return { text, claims };
  } catch (cause) {
    throw new Problem('token-invalid', { cause });
  }
}
