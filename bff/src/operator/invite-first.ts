import { Problem } from '../../../shared/problem.ts';
import type { Ports } from '../ports/ports.ts';
import { type Invitation, invitation } from './invitation.ts';

/**
 * Whoever has the database invites the first operator: heard only while there is none, and the link is good only as long.
 * @throws Problem operator-exists
 */
export async function inviteFirst(
  ports: Pick<Ports, 'now' | 'random' | 'audited'>,
  { name, publicUrl }: { name: string; publicUrl: string },
): Promise<Invitation> {
  const { link, expiresAt, invited, kept } = invitation(ports, publicUrl, {
    ...{ name, by: undefined },
    allowed: 'not exists (select 1 from operators where revoked_at is null)',
  });
  const event = { event: 'operator-invited', by: 'operator', operatorId: null, invited } as const;
  const written = await ports.audited(event, [kept]);
  if (!written.done) throw new Problem('operator-exists');
  return { link, expiresAt };
}
