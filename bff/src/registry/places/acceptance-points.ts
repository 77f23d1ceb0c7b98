import type { AcceptancePointRecord } from '../../../../shared/contract/operator/acceptance-points.ts';
import type { revocationReasons } from '../../../../shared/contract/operator/terms.ts';
import { type AcceptancePointId, asId, type RpId } from '../../../../shared/ids.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Actor } from '../../ports/audit.ts';
import type { Row } from '../../ports/db.ts';
import { cutPage, type PageAsked, placeOf, rowsWanted } from '../page.ts';
import { planRevocation } from '../plan-revocation.ts';
import { readRp, standingOf } from '../view/rp-record.ts';
import { changeRow, type RegistryPorts, writeChange } from '../write-change.ts';

type Named = Pick<AcceptancePointRecord, 'name' | 'place'>;
const table = 'acceptance_points';

/** Acceptance points in the order of their ids. @throws Problem request-invalid */
export async function listAcceptancePoints(
  { db }: Pick<RegistryPorts, 'db'>,
  asked: PageAsked & { rpId?: RpId },
): Promise<{ acceptancePoints: AcceptancePointRecord[]; next?: string }> {
  const { rpId } = asked;
  const rows = await db.read(
    `select * from acceptance_points where id > :after ${rpId === undefined ? '' : 'and rp_id = :rpId'} order by id limit :limit`,
    {
      ...{ after: placeOf(asked), limit: rowsWanted(asked) },
      ...(rpId === undefined ? {} : { rpId }),
    },
  );
  const { shown, ...rest } = cutPage(rows, asked, ({ id }) => String(id));
  return { acceptancePoints: shown.map(pointIn), ...rest };
}

/** @throws Problem not-found */
export async function showAcceptancePoint(
  { db }: Pick<RegistryPorts, 'db'>,
  id: AcceptancePointId,
): Promise<AcceptancePointRecord> {
  const [row] = await db.read('select * from acceptance_points where id = :id', { id });
  if (row === undefined) throw new Problem('not-found');
  return pointIn(row);
}

/** @throws Problem not-found (the relying party), revoked-already, id-taken */
export async function addAcceptancePoint(
  ports: RegistryPorts,
  actor: Actor,
  point: Named & { acceptancePointId: AcceptancePointId; rpId: RpId },
): Promise<AcceptancePointRecord> {
  const { acceptancePointId: id, rpId, name, place } = point;
  const { record } = await readRp(ports.db, rpId);
  if (record.standing === 'revoked') throw new Problem('revoked-already');
  await writeChange(ports, actor, {
    change: { what: 'acceptance-point-added', rpId, about: id },
    of: { table, id },
    statements: [
      {
        sql: `insert into acceptance_points (id, rp_id, name, place, registered_at, version)
          values (:id, :rpId, :name, :place, :now, 1)`,
        params: { id, rpId, name, place, now: ports.now() },
      },
    ],
  });
  return showAcceptancePoint(ports, id);
}

/** @throws Problem not-found, version-stale, revoked-already */
export async function changeAcceptancePoint(
  ports: RegistryPorts,
  actor: Actor,
  id: AcceptancePointId,
  { version, name, place }: Named & { version: number },
): Promise<AcceptancePointRecord> {
  const { rpId } = await showAcceptancePoint(ports, id);
  await writeChange(ports, actor, {
    change: { what: 'acceptance-point-changed', rpId, about: id },
    of: { table, id },
    statements: [changeRow({ table, id }, version, 'name = :name, place = :place', { name, place })],
  });
  return showAcceptancePoint(ports, id);
}

/** Twice is once. @throws Problem not-found */
export async function revokeAcceptancePoint(
  ports: RegistryPorts,
  actor: Actor,
  id: AcceptancePointId,
  reason: (typeof revocationReasons)[number],
): Promise<AcceptancePointRecord> {
  const { rpId, standing } = await showAcceptancePoint(ports, id);
  if (standing === 'active')
    await writeChange(ports, actor, {
      ...planRevocation({ table, id }, reason, ports.now()),
      change: { what: 'acceptance-point-revoked', rpId, about: id, reason },
    });
  return showAcceptancePoint(ports, id);
}

function pointIn(row: Row): AcceptancePointRecord {
  return {
    acceptancePointId: asId('acp', String(row.id)),
    rpId: asId('rp', String(row.rp_id)),
    name: String(row.name),
    place: String(row.place),
    ...standingOf(row),
    registeredAt: Number(row.registered_at),
    version: Number(row.version),
  };
}
