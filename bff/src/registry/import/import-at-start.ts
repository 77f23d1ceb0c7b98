import { readRegistryFile } from '../../../../shared/registration/read-registry-file.ts';
import type { Ports } from '../../ports/ports.ts';
import type { RegistryPorts } from '../write-change.ts';
import { importPage } from './import-page.ts';

/**
 * Adds to the store what a registry file has and the store has not, before the first request: for a sandbox, and for the first start of
 * a BFF that has no operator yet. Where there is an operator, outside a sandbox, the file is not looked at any more: changes are the
 * operators', by `npm run rp`.
 * @throws Error where the file, or an entry of it that is to be added, is refused: nobody is to believe that a counter is registered
 */
export async function importAtStart(
  ports: RegistryPorts & Pick<Ports, 'settings' | 'warn'>,
  text: string,
): Promise<void> {
  const [operator] = await ports.db.read('select 1 as one from operators limit 1', {});
  if (operator !== undefined && !ports.settings.sandbox) {
    ports.warn('registry-file-passed-over', {});
    return;
  }
  const entries = await importPage(ports, { by: 'command' }, readRegistryFile(text), undefined);
  const refused = entries.find(({ outcome }) => outcome === 'refused');
  if (refused !== undefined) throw new Error(`the registry: ${refused.id} is refused: ${refused.code}`);
}
