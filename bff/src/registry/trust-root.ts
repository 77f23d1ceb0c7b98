import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import type { RegistryPorts } from './write-change.ts';

/**
 * The root that the BFF is configured with is the first that its database ever saw, or one that two operators agreed to: whoever changes
 * the configuration alone makes no other authority believed.
 * @throws Error in a sentence where it is neither
 */
export async function demandTrustedRoot(
  { db, now, audited }: Pick<RegistryPorts, 'db' | 'now' | 'audited'>,
  root: PublicJwk,
): Promise<void> {
  const about = thumbprint(root);
  const [known] = await db.read('select 1 as one from trusted_roots where thumbprint = :about', { about });
  if (known !== undefined) return;
  const first = await audited({ event: 'registry-changed', by: 'command', what: 'root-trusted', about }, [
    {
      sql: `insert into trusted_roots (thumbprint, since)
        select cast(:about as text), cast(:now as bigint) where not exists (select 1 from trusted_roots) returning thumbprint`,
      params: { about, now: now() },
      rows: 1,
    },
  ]);
  if (first.done) return;
  throw new Error(
    `LZ_AUTHORITY_ROOT is another root than before (thumbprint ${about}). Two operators have to agree to it first: npm run rp -- propose trust-root ${about}`,
  );
}
