import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { OfficerCaller } from '../../ports/callers.ts';
import type { Ports } from '../../ports/ports.ts';
import { take } from '../../quota/take.ts';
import type { CheckProof } from './dpop/check-proof.ts';

const form = /^DPoP +([A-Za-z0-9_.-]{1,16384})$/i;

/**
 * Tells which officer calls: the token is the authority's, the proof is by the key that the shift is bound to, and the authority says that
 * the shift stands, or has said so within `limits.shiftStanding`. It is told, as often, that somebody asks, and not a page by itself
 * (`isUse`): nothing else keeps a shift open.
 * @throws Problem token-missing, token-invalid, dpop-missing, dpop-invalid, dpop-nonce-stale, dpop-replayed, shift-over,
 * too-many-requests, authority-unavailable
 */
export function officerAuthenticator(ports: Ports, checkProof: CheckProof) {
  const [stoodAt, usedAt] = [new Map<string, number>(), new Map<string, number>()];

  async function demandStanding(shiftId: string, isUse: boolean): Promise<void> {
    const now = ports.now();
    const lately = (at: number | undefined) => (at ?? 0) + limits.shiftStanding > now;
    if (lately(usedAt.get(shiftId)) || (!isUse && lately(stoodAt.get(shiftId)))) return;
    await (isUse ? ports.officers.noteUse(shiftId) : ports.officers.readShift(shiftId));
    for (const known of [stoodAt, usedAt]) for (const [id, at] of known) if (!lately(at)) known.delete(id);
    (isUse ? usedAt : stoodAt).set(shiftId, now);
  }

  return async (
    evidence: {
      authorization: string | undefined;
      proof: string | string[] | undefined;
      method: string;
      url: string;
    },
    isUse: boolean,
  ): Promise<OfficerCaller> => {
    if (evidence.authorization === undefined) throw new Problem('token-missing');
    const text = form.exec(evidence.authorization)?.[1];
    if (text === undefined) throw new Problem('token-invalid');
    const { cnf, ...claims } = await ports.officers.readToken(text);
    const deviceThumbprint = await checkProof({
      proof: evidence.proof,
      expectedMethod: evidence.method,
      expectedUrl: evidence.url,
      token: { text, thumbprint: cnf.jkt },
    });
    await take(ports, [{ quota: 'calls-by-officer', subject: claims.officerId }]);
    await demandStanding(claims.shiftId, isUse);
    const { officerId, shiftId, role } = claims;
    return {
      ...{ deviceThumbprint, officerId, shiftId, role },
      ...{ rpId: asId('rp', claims.rpId), counterId: asId('cnt', claims.counterId) },
    };
  };
}
