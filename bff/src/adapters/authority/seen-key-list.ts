import type { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { thumbprint } from '../../../../shared/jws/thumbprint.ts';
import type { Db } from '../../ports/db.ts';

/** How new a key list under this root was seen, by all processes and over every start. */
export interface SeenKeyList {
  /** 0 before the first. */
  newest(): Promise<number>;
  /** Older lists are refused from now on, everywhere. It never lowers what another process saw. */
  raise(version: number): Promise<void>;
}

/** Kept in the database. */
export function seenKeyList(db: Db, trusted: PublicJwk): SeenKeyList {
  const root = thumbprint(trusted);
  return {
    async newest() {
      const [seen] = await db.read('select version from authority_key_lists where root = :root', { root });
      return Number(seen?.version ?? 0);
    },
    async raise(version) {
      await db.write([
        {
          sql: `insert into authority_key_lists (root, version) values (:root, :version)
            on conflict (root) do update set version = excluded.version
            where excluded.version > authority_key_lists.version`,
          params: { root, version },
        },
      ]);
    },
  };
}
