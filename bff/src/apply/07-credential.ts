import type { CredentialAnswer } from '../../../shared/contract/apply/07-credential.ts';
import { readCredential as read } from '../credential/credential.ts';
import type { HolderCaller } from '../ports/callers.ts';
import type { Ports } from '../ports/ports.ts';

/** The credential of this phone, as far as the BFF knows of it. */
export async function readCredential(ports: Ports, caller: HolderCaller): Promise<CredentialAnswer> {
  const credential = await read(ports, caller.holderId);
  if (credential === undefined) return { status: 'none' };
  const { status, level, handle, since } = credential;
  return { status, level, handle, since };
}
