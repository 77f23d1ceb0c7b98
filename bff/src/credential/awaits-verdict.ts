import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { HolderId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether the holder's phone has a session whose verdict was not read yet, of one of these ceremonies where they are named. */
export async function awaitsVerdict(
  { db }: Pick<Ports, 'db'>,
  holderId: HolderId,
  ceremonies?: readonly Ceremony[],
): Promise<boolean> {
  const named = ceremonies?.map((name) => `body like '%"ceremony":"${name}"%'`).join(' or ');
  const isOne = named === undefined ? '' : `and (${named})`;
  const [found] = await db.read(
    `select 1 as one from sessions where state in ('challenged', 'deciding') ${isOne}
      and device = (select device from holders where id = :holderId) limit 1`,
    { holderId },
  );
  return found !== undefined;
}
