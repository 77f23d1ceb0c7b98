import type { ProposalRecord } from '../../../../shared/contract/operator/proposals.ts';
import type { OperatorId, ProposalId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { RegistryChange } from '../../ports/audit.ts';
import type { Statement } from '../../ports/db.ts';
import { type RegistryPorts, whyLost } from '../write-change.ts';
import { isStranger } from './is-stranger.ts';
import { planProposed } from './plan-proposed.ts';
import { readProposal } from './read-proposal.ts';

/**
 * Another operator than who proposed it approves, and it is done in the same write: once, within `limits.proposalLifetime`, and only
 * while who proposed it is an operator still. What is refused for one of these is in the log too.
 * @throws Problem not-found, own-proposal, proposal-over; version-stale, revoked-already where what it changes was changed meanwhile
 */
export async function approveProposal(
  ports: RegistryPorts,
  operatorId: OperatorId,
  proposalId: ProposalId,
): Promise<ProposalRecord> {
  const proposal = await readProposal(ports, proposalId);
  const refused = refusalOf(proposal, operatorId);
  if (refused !== undefined) throw await noted(ports, operatorId, proposalId, refused);
  const { change, statements, of } = await planProposed(ports, proposal.proposed);
  const root = proposal.proposed.kind === 'trust-root' ? { reason: proposal.proposed.thumbprint } : {};
  const done = await decide(ports, operatorId, { ...change, ...root, about: proposalId }, [
    ...statements,
    {
      sql: `update proposals set state = 'done', decided_by = :operatorId, decided_at = :now
        where id = :proposalId and state = 'open' and expires_at > :now and proposed_by <> :operatorId
          and exists (select 1 from operators o where o.id = proposals.proposed_by and o.revoked_at is null)
          and ${isStranger} returning id`,
      params: { proposalId, operatorId, now: ports.now(), rest: limits.proposalLifetime },
      rows: 1,
    },
  ]);
  if (!done) {
    const [stranger] = await ports.db.read(
      `select 1 as one from proposals where id = :proposalId and ${isStranger}`,
      { proposalId, operatorId, rest: limits.proposalLifetime },
    );
    const after = await readProposal(ports, proposalId);
    const [proposer] = await ports.db.read(
      'select 1 as one from operators where id = :by and revoked_at is null',
      { by: proposal.by },
    );
    const isOver = after.state !== 'open' || proposer === undefined;
    if (!isOver && stranger === undefined) throw await noted(ports, operatorId, proposalId, 'own-proposal');
    if (isOver || of === undefined) throw await noted(ports, operatorId, proposalId, 'proposal-over');
    throw await whyLost(ports, of);
  }
  return readProposal(ports, proposalId);
}

/** Any operator takes it off the table, who proposed it too. @throws Problem not-found, proposal-over */
export async function withdrawProposal(
  ports: RegistryPorts,
  operatorId: OperatorId,
  proposalId: ProposalId,
): Promise<ProposalRecord> {
  await readProposal(ports, proposalId);
  const done = await decide(ports, operatorId, { what: 'proposal-withdrawn', about: proposalId }, [
    {
      sql: `update proposals set state = 'withdrawn', decided_by = :operatorId, decided_at = :now
        where id = :proposalId and state = 'open' and expires_at > :now returning id`,
      params: { proposalId, operatorId, now: ports.now() },
      rows: 1,
    },
  ]);
  if (!done) throw new Problem('proposal-over');
  return readProposal(ports, proposalId);
}

function refusalOf(
  { state, by }: ProposalRecord,
  operatorId: OperatorId,
): 'proposal-over' | 'own-proposal' | undefined {
  if (state !== 'open') return 'proposal-over';
  return by === operatorId ? 'own-proposal' : undefined;
}

async function decide(
  ports: RegistryPorts,
  operatorId: OperatorId,
  change: RegistryChange,
  statements: Statement[],
): Promise<boolean> {
  const event = { event: 'registry-changed', by: 'operator', operatorId, ...change } as const;
  return (await ports.audited(event, statements)).done;
}

/** Who tried to approve what they may not stands in the log. */
async function noted(
  ports: RegistryPorts,
  operatorId: OperatorId,
  about: ProposalId,
  code: 'proposal-over' | 'own-proposal',
): Promise<Problem> {
  await decide(ports, operatorId, { what: 'proposal-refused', about, reason: code }, []);
  return new Problem(code);
}
