import type { OperatorId } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/** The passkeys of an operator, as the options of a ceremony name credentials. */
export async function passkeysOf(
  { db }: Pick<Ports, 'db'>,
  operatorId: OperatorId,
): Promise<{ id: string; transports: string[] }[]> {
  const rows = await db.read('select id, transports from passkeys where operator_id = :operatorId', {
    operatorId,
  });
  return rows.map((row) => ({
    id: String(row.id),
    transports: String(row.transports).split(' ').filter(Boolean),
  }));
}
