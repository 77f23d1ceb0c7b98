import type { CredentialHandle } from '../../../shared/ids.ts';
import type { Ports } from '../ports/ports.ts';

/** Tells the authority of a void. Where it cannot be reached the handle stays noted, and the clock tells it again. */
export async function tellAuthority(ports: Ports, handle: CredentialHandle): Promise<void> {
  try {
    await ports.authority.voidCredential(handle);
    await ports.db.write([{ sql: 'delete from untold_voids where handle = :handle', params: { handle } }]);
  } catch (fault) {
    ports.warn('void-untold', { error: fault instanceof Error ? fault.name : 'unknown' });
  }
}
