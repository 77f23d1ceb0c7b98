import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { asId, idPattern } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { HolderCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import type { CheckProof } from './dpop/check-proof.ts';
import { readToken, type VerifyToken } from './read-token.ts';

const claims = Compile(
  Type.Object({
    sub: Type.String({ pattern: idPattern.hol }),
    exp: Type.Integer(),
    cnf: Type.Object({ jkt: Type.String() }),
  }),
);

/** What a holder's request brings to prove who sends it. */
export interface HolderEvidence {
  authorization: string | undefined;
  proof: string | string[] | undefined;
  method: string;
  /** Without query and fragment. */
  url: string;
}

/**
 * Tells which holder calls: an access token, a proof by the device key that the token is bound to (RFC 9449 section 7), and
 * that device being the holder's live one at this moment.
 * @throws Problem token-missing, token-invalid, dpop-missing, dpop-invalid, dpop-nonce-stale, dpop-replayed, device-voided, too-many-requests
 */
export async function authenticateHolder(
  ports: Ports,
  verify: VerifyToken,
  checkProof: CheckProof,
  { authorization, proof, method, url }: HolderEvidence,
): Promise<HolderCaller> {
  const token = readToken(authorization, 'DPoP', verify);
  const said = token.claims;
  if (!claims.Check(said) || said.exp * 1000 <= ports.now()) throw new Problem('token-invalid');
  const deviceThumbprint = await checkProof({
    proof,
    expectedMethod: method,
    expectedUrl: url,
    token: { text: token.text, thumbprint: said.cnf.jkt },
  });
  const [holder] = await ports.db.read('select device from holders where id = :id', { id: said.sub });
  if (holder?.device !== deviceThumbprint) throw new Problem('device-voided');
  await take(ports, [{ quota: 'calls-by-holder', subject: said.sub }]);
  return { holderId: asId('hol', said.sub), deviceThumbprint };
}
