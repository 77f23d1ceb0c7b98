import { Compile } from 'typebox/compile';
import { type ProposalRecord, Proposed } from '../../../../shared/contract/operator/proposals.ts';
import { asId, type ProposalId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Row } from '../../ports/db.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
import type { RegistryPorts } from '../write-change.ts';

const schema = Compile(Proposed);
const states = ['open', 'done', 'withdrawn'] as const;
const columns = "p.*, coalesce(o.name, '') as by_name";
const from = 'proposals p left join operators o on o.id = p.proposed_by';

/** Proposals, the newest first. @throws Problem request-invalid */
export async function listProposals(
  { db, now }: Pick<RegistryPorts, 'db' | 'now'>,
  asked: PageAsked & { open?: 'yes' },
): Promise<{ proposals: ProposalRecord[]; next?: string }> {
  const place = placeOf(asked);
  const [at = '', id = ''] = place.split(' ');
  const only = asked.open === 'yes' ? `and p.state = 'open' and p.expires_at > :now` : '';
  const rows = await db.read(
    `select ${columns} from ${from}
      where (p.proposed_at < :at or (p.proposed_at = :at and p.id < :id)) ${only}
      order by p.proposed_at desc, p.id desc limit :limit`,
    {
      ...(place === '' ? { at: Number.MAX_SAFE_INTEGER, id: '' } : { at: Number(at) || 0, id }),
      ...(only === '' ? {} : { now: now() }),
      limit: rowsWanted(asked),
    },
  );
  const { shown, ...rest } = cutPage(rows, asked, (row) => `${row.proposed_at} ${row.id}`);
  return { proposals: shown.map((row) => proposalIn(row, now())), ...rest };
}

/** @throws Problem not-found */
export async function readProposal(
  { db, now }: Pick<RegistryPorts, 'db' | 'now'>,
  proposalId: ProposalId,
): Promise<ProposalRecord> {
  const [row] = await db.read(`select ${columns} from ${from} where p.id = :proposalId`, { proposalId });
  if (row === undefined) throw new Problem('not-found');
  return proposalIn(row, now());
}

function proposalIn(row: Row, now: number): ProposalRecord {
  const stored = states.find((state) => state === row.state) ?? 'withdrawn';
  const isOver = stored === 'open' && Number(row.expires_at) <= now;
  return {
    proposalId: asId('prp', String(row.id)),
    proposed: schema.Parse(JSON.parse(String(row.proposed))),
    state: isOver ? 'expired' : stored,
    by: asId('opr', String(row.proposed_by)),
    byName: String(row.by_name),
    at: Number(row.proposed_at),
    expiresAt: Number(row.expires_at),
    ...(row.decided_by === null ? {} : { decidedBy: asId('opr', String(row.decided_by)) }),
    ...(row.decided_at === null ? {} : { decidedAt: Number(row.decided_at) }),
  };
}
