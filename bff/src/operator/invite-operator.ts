import type { OperatorId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { type Invitation, invitation } from './invitation.ts';

/** An operator invites another one. @throws Problem too-many-requests, token-invalid where they are none any more */
export async function inviteOperator(
  ports: Ports,
  { name, by }: { name: string; by: OperatorId },
): Promise<Invitation> {
  const { link, expiresAt, invited, kept } = invitation(ports, ports.settings.publicUrl, {
    ...{ name, by },
    allowed: 'exists (select 1 from operators where id = :invitedBy and revoked_at is null)',
  });
  await take(ports, [{ quota: 'invites-by-operator', subject: by }]);
  const event = { event: 'operator-invited', by: 'operator', operatorId: by, invited } as const;
  const written = await ports.audited(event, [kept]);
  if (!written.done) throw new Problem('token-invalid');
  return { link, expiresAt };
}
