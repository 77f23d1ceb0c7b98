import type { ProposalRecord, Proposed } from '../../../../shared/contract/operator/proposals.ts';
import { newId, type OperatorId } from '../../../../shared/ids.ts';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { RegistryPorts } from '../write-change.ts';
import { planProposed } from './plan-proposed.ts';
import { readProposal } from './read-proposal.ts';

/**
 * Puts on the table what one operator alone may not do. Nothing is changed by it.
 * @throws Problem not-found, scenes-invalid
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
          values (:proposalId, :proposed, :operatorId, :now, :expiresAt, 'open')`,
        params: {
          ...{ proposalId, operatorId, now, proposed: JSON.stringify(proposed) },
          expiresAt: now + limits.proposalLifetime,
        },
      },
    ],
  );
  if (!written.done) throw new Problem('id-taken');
  return readProposal(ports, proposalId);
}
