import type { TerminalOwnerRecord } from '../../../../shared/contract/operator/terminal-owners.ts';
import type { revocationReasons } from '../../../../shared/contract/operator/terms.ts';
import { asId, type RpId, type TerminalOwnerId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Row } from '../../ports/db.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
import { planRevocation } from '../plan-revocation.ts';
import { readRp, standingOf } from '../view/rp-record.ts';
import { changeRow, type RegistryPorts, writeChange } from '../write-change.ts';

type Named = Pick<TerminalOwnerRecord, 'name'>;
const table = 'terminal_owners';

/** Owners of terminals in the order of their ids. @throws Problem request-invalid */
export async function listTerminalOwners(
  { db }: Pick<RegistryPorts, 'db'>,
  asked: PageAsked & { rpId?: RpId },
): Promise<{ terminalOwners: TerminalOwnerRecord[]; next?: string }> {
  const { rpId } = asked;
  const rows = await db.read(
    `select * from terminal_owners where id > :after ${rpId === undefined ? '' : 'and rp_id = :rpId'} order by id limit :limit`,
    {
      ...{ after: placeOf(asked), limit: rowsWanted(asked) },
      ...(rpId === undefined ? {} : { rpId }),
    },
  );
  const { shown, ...rest } = cutPage(rows, asked, ({ id }) => String(id));
  return { terminalOwners: shown.map(ownerIn), ...rest };
}

/** @throws Problem not-found */
export async function showTerminalOwner(
  { db }: Pick<RegistryPorts, 'db'>,
  id: TerminalOwnerId,
): Promise<TerminalOwnerRecord> {
  const [row] = await db.read('select * from terminal_owners where id = :id', { id });
  if (row === undefined) throw new Problem('not-found');
  return ownerIn(row);
}

/** @throws Problem not-found (the relying party), revoked-already, id-taken */
export async function addTerminalOwner(
  ports: RegistryPorts,
  actor: Actor,
  owner: Named & { ownerId: TerminalOwnerId; rpId: RpId },
): Promise<TerminalOwnerRecord> {
  const { ownerId: id, rpId, name } = owner;
  const { record } = await readRp(ports.db, rpId);
  if (record.standing === 'revoked') throw new Problem('revoked-already');
  await writeChange(ports, actor, {
    change: { what: 'terminal-owner-added', rpId, about: id },
    of: { table, id },
    statements: [
      {
        sql: `insert into terminal_owners (id, rp_id, name, registered_at, version)
          values (:id, :rpId, :name, :now, 1)`,
        params: { id, rpId, name, now: ports.now() },
      },
    ],
  });
  return showTerminalOwner(ports, id);
}

/** @throws Problem not-found, version-stale, revoked-already */
export async function changeTerminalOwner(
  ports: RegistryPorts,
  actor: Actor,
  id: TerminalOwnerId,
  { version, name }: Named & { version: number },
): Promise<TerminalOwnerRecord> {
  const { rpId } = await showTerminalOwner(ports, id);
  await writeChange(ports, actor, {
    change: { what: 'terminal-owner-changed', rpId, about: id },
    of: { table, id },
    statements: [changeRow({ table, id }, version, 'name = :name', { name })],
  });
  return showTerminalOwner(ports, id);
}

/** Twice is once. @throws Problem not-found */
export async function revokeTerminalOwner(
  ports: RegistryPorts,
  actor: Actor,
  id: TerminalOwnerId,
  reason: (typeof revocationReasons)[number],
): Promise<TerminalOwnerRecord> {
  const { rpId, standing } = await showTerminalOwner(ports, id);
  if (standing === 'active')
    await writeChange(ports, actor, {
      ...planRevocation({ table, id }, reason, ports.now()),
      change: { what: 'terminal-owner-revoked', rpId, about: id, reason },
    });
  return showTerminalOwner(ports, id);
}

function ownerIn(row: Row): TerminalOwnerRecord {
  return {
    ownerId: asId('own', String(row.id)),
    rpId: asId('rp', String(row.rp_id)),
    name: String(row.name),

    ...standingOf(row),
    registeredAt: Number(row.registered_at),
    version: Number(row.version),
  };
}
