import type { Demand } from '../ports/quotas.ts';
import { askedOf, type Counting } from './asked.ts';
import { putBack } from './stored-buckets.ts';

/** Gives back what was taken of quotas in the database, where what it was taken for did not happen. */
export async function giveBack(ports: Counting, demands: readonly Demand[]): Promise<void> {
  await ports.db.write(
    demands
      .map((demand) => askedOf(ports, demand))
      .flatMap(({ key, quota }) => (quota.counts === 'made' ? [putBack({ key, ...quota })] : [])),
  );
}
