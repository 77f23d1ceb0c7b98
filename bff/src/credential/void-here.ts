import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/**
 * Follows the authority where it says that handles are void: from now on they are void here too, and their phones read so. Nothing
 * is changed, counted or recorded of those that are void here already or that nobody has.
 */
export async function voidHere(ports: Ports, handles: readonly CredentialHandle[]): Promise<void> {
  if (handles.length === 0) return;
  const written = await ports.db.write(
    handles.map((handle) => ({
      sql: `update credentials set status = 'void', since = :since where handle = :handle and status = 'live' returning handle`,
      params: { handle, since: ports.now() },
    })),
    { reserve: true },
  );
  if (!written.done) return;
  const voided = written.rows.filter((rows) => rows.length > 0);
  for (const _ of voided) void ports.audit({ event: 'credential-voided', by: 'authority' });
  if (voided.length > 0) ports.warn('credentials-differed', { what: 'void-there', count: voided.length });
  ports.measures.credentialsDiffered('void-there', voided.length);
}
