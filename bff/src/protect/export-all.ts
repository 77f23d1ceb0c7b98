import { type ExportAnswer, type ExportBody, keptByLaw } from '../../../shared/contract/protect/export.ts';
import type { CredentialHandle } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { readCredential } from '../credential/credential.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { ownData } from './own-data.ts';

/**
 * All that is held about the holder, for the live phone alone: what stands here, and what the authority holds, which it seals to this phone.
 * Nothing here can open that part, and where the credential is another phone's the authority gives none.
 * @throws Problem receipt-key-refused, authority-unavailable, too-many-requests
 */
export async function exportAll(
  ports: Ports,
  caller: HolderCaller,
  { key }: ExportBody,
): Promise<ExportAnswer> {
  if (readReceiptKey(key, caller.deviceThumbprint) === undefined) throw new Problem('receipt-key-refused');
  await take(ports, [{ quota: 'exports-by-holder', subject: caller.holderId }]);
  const credential = await readCredential(ports, caller.holderId);
  const authority = await heldByAuthority(ports, credential?.handle, key);
  const own = await ownData(ports, caller);
  void ports.audit({ event: 'held-data-exported', by: 'holder' });
  return { own, authority, serverTime: ports.now() };
}

async function heldByAuthority(
  ports: Ports,
  handle: CredentialHandle | undefined,
  key: string,
): Promise<ExportAnswer['authority']> {
  if (handle === undefined) return { held: 'nothing-more', kept: [...keptByLaw] };
  try {
    const sealed = await ports.authority.exportHeld(handle, key);
    return { held: 'sealed', sealed, keyList: await ports.authority.readKeyList() };
  } catch (fault) {
    if (fault instanceof Problem && fault.code === 'credential-missing')
      return { held: 'nothing-more', kept: [...keptByLaw] };
    if (fault instanceof Problem && fault.code === 'export-refused')
      return { held: 'not-this-phone', kept: [] };
    throw fault;
  }
}
