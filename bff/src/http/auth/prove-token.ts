import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { asId, type HolderId, idPattern } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import type { CheckProof } from './dpop/check-proof.ts';
import { readToken, type VerifyToken } from './read-token.ts';

const claims = Compile(
  Type.Object({
    sub: Type.String({ pattern: idPattern.hol }),
    exp: Type.Integer(),
    cnf: Type.Object({ jkt: Type.String() }),
    scope: Type.Optional(Type.String()),
  }),
);

/** What a holder's request brings to prove who sends it. */
interface HolderEvidence {
  authorization: string | undefined;
  proof: string | string[] | undefined;
  method: string;
  /** Without query and fragment. */
  url: string;
}

/** A token of this surface that counts now, and the device whose key made the proof of the call. */
export interface Proven {
  holderId: HolderId;
  deviceThumbprint: string;
  /** The one thing that it opens; undefined for an access token, which opens all the rest. */
  scope: string | undefined;
}

/**
 * Reads the token of a call with the proof by the device key that it is bound to (RFC 9449 section 7). Whether that device may still call
 * is for whoever asks.
 * @throws Problem token-missing, token-invalid, dpop-missing, dpop-invalid, dpop-nonce-stale, dpop-replayed
 */
export async function proveToken(
  { now }: Pick<Ports, 'now'>,
  verify: VerifyToken,
  checkProof: CheckProof,
  { authorization, proof, method, url }: HolderEvidence,
): Promise<Proven> {
  const token = readToken(authorization, 'DPoP', verify);
  const said = token.claims;
  if (!claims.Check(said) || said.exp * 1000 <= now()) throw new Problem('token-invalid');
  const deviceThumbprint = await checkProof({
    proof,
    expectedMethod: method,
    expectedUrl: url,
    token: { text: token.text, thumbprint: said.cnf.jkt },
  });
  return { holderId: asId('hol', said.sub), deviceThumbprint, scope: said.scope };
}
