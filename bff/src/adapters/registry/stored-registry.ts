import type { Db } from '../../ports/db.ts';
import type { Registry } from '../../ports/registry.ts';
import { counterIn, keyColumns, relyingPartyIn } from './registry-rows.ts';

/**
 * The registry as it is stored, read anew at each call: what one process changed counts in all of them at once. Each call reads by
 * keys, and costs the same however many are registered.
 */
export function storedRegistry({ db, now }: { db: Db; now: () => number }): Registry {
  return {
    async rp(id) {
      const [row] = await db.read('select id, scenes, encryption_key from relying_parties where id = :id', {
        id,
      });
      return row === undefined ? undefined : relyingPartyIn(row);
    },
    async isActive(id) {
      const [row] = await db.read(
        'select 1 as one from relying_parties where id = :id and revoked_at is null',
        { id },
      );
      return row !== undefined;
    },
    async counter(id) {
      const counters = await db.read(
        `select c.id, c.rp_id, c.quotas, rp.quotas as rp_quotas from counters c
          join relying_parties rp on rp.id = c.rp_id
          where c.id = :id and c.revoked_at is null and rp.revoked_at is null`,
        { id },
      );
      const [row] = counters;
      if (row === undefined) return undefined;
      const keys = await db.read(
        `select ${keyColumns} from counter_keys
          where counter_id = :id and revoked_at is null and not_before <= :now and (not_after is null or not_after > :now)
          order by not_before desc, kid`,
        { id, now: now() },
      );
      const origins = await db.read('select origin from counter_origins where counter_id = :id', { id });
      return counterIn(row, keys, origins);
    },
    async isOrigin(origin) {
      const [row] = await db.read(
        `select 1 as one from counter_origins o join counters c on c.id = o.counter_id
          join relying_parties rp on rp.id = c.rp_id
          where o.origin = :origin and c.revoked_at is null and rp.revoked_at is null limit 1`,
        { origin },
      );
      return row !== undefined;
    },
  };
}
