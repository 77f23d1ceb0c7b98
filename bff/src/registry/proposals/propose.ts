import type { ProposalRecord, Proposed } from '../../../../shared/contract/operator/proposals.ts';
import { newId, type OperatorId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { RegistryPorts } from '../write-change.ts';
import { planProposed } from './plan-proposed.ts';
import { readProposal } from './read-proposal.ts';

/**
 * Puts on the table what one operator alone may not do. Nothing is changed by it.
 * @throws Problem not-found, scenes-invalid; too-many-requests where as many of theirs wait as may
 */
export async function propose(
  ports: RegistryPorts,
  operatorId: OperatorId,
  proposed: Proposed,
): Promise<ProposalRecord> {
  const { change } = await planProposed(ports, proposed);
  const proposalId = newId('prp', ports.random);
  const now = ports.now();
  const written = await ports.audited(
    {
      event: 'registry-changed',
      ...{ by: 'operator', operatorId },
      ...change,
      ...{ what: 'proposal-made', about: proposalId, reason: proposed.kind },
    },
    [
      {
        sql: `insert into proposals (id, proposed, proposed_by, proposed_at, expires_at, state)
          select cast(:proposalId as text), cast(:proposed as text), cast(:operatorId as text), cast(:now as bigint),
            cast(:expiresAt as bigint), 'open'
          where (select count(*) from proposals where proposed_by = :operatorId and state = 'open'
            and expires_at > :now) < :most returning id`,
        params: {
          ...{ proposalId, operatorId, now, proposed: JSON.stringify(proposed) },
          ...{ expiresAt: now + limits.proposalLifetime, most: limits.openProposalsPerOperator },
        },
        rows: 1,
      },
    ],
  );
  if (!written.done) throw await tooMany(ports, operatorId);
  return readProposal(ports, proposalId);
}

/** There is room when the first of them is over, or is withdrawn. */
async function tooMany({ db, now }: RegistryPorts, operatorId: OperatorId): Promise<Problem> {
  const [row] = await db.read(
    `select min(expires_at) as first from proposals
      where proposed_by = :operatorId and state = 'open' and expires_at > :now`,
    { operatorId, now: now() },
  );
  const retryAfter = Math.max(1, Math.ceil((Number(row?.first ?? 0) - now()) / 1000));
  return new Problem('too-many-requests', { retryAfter });
}
