import type { SoterProof } from '../../../shared/contract/login/01-soter.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { cpuHash, readSigned, type SoterKey } from './soter-key.ts';

/**
 * Which secure key signed for the login of this device key: the challenge is used up before it is compared, and the platform is asked whether
 * the signature is of a key of that person's phone.
 * @param openId of the person at WeChat, from the login code of this call
 * @throws Problem soter-refused, platform-unavailable
 */
export async function checkSoter(
  ports: Ports,
  proof: SoterProof,
  { openId, device }: { openId: string; device: string },
): Promise<SoterKey> {
  const used = await ports.db.write([
    {
      sql: 'delete from soter_challenges where device = :device and expires_at > :now returning challenge',
      params: { device, now: ports.now() },
    },
  ]);
  const challenge = used.done ? used.rows[0]?.[0]?.challenge : undefined;
  const signed = readSigned(proof.json);
  if (ports.checkSoter === undefined || signed === undefined || signed.raw !== challenge)
    throw new Problem('soter-refused');
  if (!(await ports.checkSoter(openId, proof))) throw new Problem('soter-refused');
  return { cpu: cpuHash(ports.settings.holderPepper, signed.cpuId), counter: signed.counter };
}
