import { createHmac } from 'node:crypto';
import type { LoginWay } from '../../../shared/contract/login/01-login.ts';
import { asId, type HolderId } from '../../../shared/ids.ts';

/**
 * The holder behind a platform's own id of a person: a keyed hash, so that nobody who reads the database can tell, or try
 * out, whose account a row is.
 */
export function holderIdOf(pepper: Uint8Array, platform: LoginWay, subject: string): HolderId {
  const digest = createHmac('sha256', pepper).update(`${platform}|${subject}`).digest();
  return asId('hol', `hol_${digest.subarray(0, 16).toString('base64url')}`);
}

/** What stands for the holder at the authority, which counts the tries of who applies: a keyed hash that leads back to nothing. */
export function applicantOf(pepper: Uint8Array, holderId: HolderId): string {
  return createHmac('sha256', pepper).update(`applicant|${holderId}`).digest('base64url');
}

/** What stands for the holder where others declined to meet: as long as the account's id is made as it is, an erasure does not lift what is counted by it. */
export function meetingOpenerOf(pepper: Uint8Array, holderId: HolderId): string {
  return createHmac('sha256', pepper).update(`meeting-opener|${holderId}`).digest('base64url');
}
