import type { Ceremony } from '../../../shared/ceremonies.ts';
import type { HolderId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/** Whether the holder's phone has a session of one of these ceremonies whose verdict was not read yet. */
export async function awaitsVerdict(
  { db }: Pick<Ports, 'db'>,
  holderId: HolderId,
  ceremonies: readonly Ceremony[],
): Promise<boolean> {
  const isOne = ceremonies.map((name) => `body like '%"ceremony":"${name}"%'`).join(' or ');
  const [found] = await db.read(
    `select 1 as one from sessions where state in ('challenged', 'deciding') and (${isOne})
      and device = (select device from holders where id = :holderId) limit 1`,
    { holderId },
  );
  return found !== undefined;
}
