import type { PublicJwk } from '../../../shared/contract/authority/keys.ts';
import { readStatement } from '../adapters/registrar/read-statement.ts';
import { storedRegistry } from '../adapters/registry/stored-registry.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import type { Registrar } from '../ports/registrar.ts';
import { importAtStart } from './import/import-at-start.ts';

/** The registry of a BFF with an empty database that starts with that registry file. @throws Error where it would not start */
export async function importedRegistry(text: string, { root, now }: { root: PublicJwk; now: number }) {
  const { ports, clock } = await testPorts();
  clock.now = now;
  const registrar: Registrar = {
    ...ports.registrar,
    read: (registration, about) => readStatement(registration, about, { root, now }),
  };
  const registry = storedRegistry({ db: ports.db, now: ports.now });
  try {
    await importAtStart({ ...ports, registry, registrar }, text);
  } catch (fault) {
    await ports.db.close();
    throw fault;
  }
  return { ...registry, close: () => ports.db.close() };
}
