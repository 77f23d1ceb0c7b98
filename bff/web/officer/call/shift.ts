import { Value } from 'typebox/value';
import { decodeBase64url } from '../../../../shared/bytes/base64url.ts';
import { beginShiftCall, openShiftCall } from '../../../../shared/contract/officer/shift.ts';
import { type OfficerShift, ShiftClaims } from '../../../../shared/contract/officer/terms.ts';
import { shiftHash } from '../../../../shared/raise/shift-hash.ts';
import { Refused } from '../../staff/call/refused.ts';
import { signByPasskey } from '../../staff/call/use-passkey.ts';
import { type KeptShift, keepShift, makeBrowserKey, newestKeyList, noteKeyList } from './browser-key.ts';
import { type Caller, type OfficerClient, officerClient } from './officer-client.ts';
import { readKeyList, readShiftToken } from './read-told.ts';
import { signHere } from './sign-here.ts';
import type { Trust } from './trust.ts';

/** An officer at work in this page: who it is, and what calls for them. */
export interface AtWork {
  claims: ShiftClaims;
  thumbprint: string;
  client: OfficerClient;
}

/** What is around every shift of this page. */
export interface Around extends Pick<Caller, 'clock' | 'language' | 'over'> {
  trust: Trust;
}

/**
 * Has whoever has the passkey open a shift, with a key of its own. The shift of the page is kept for a reload; that of a second officer, who signs
 * one decision here, is not.
 * @param other somebody else is asked for than this officer: the same one is told so before the shift that is open ends by it
 * @throws Refused asked-to-sign-another, passkey-cancelled, passkey-impossible, second-officer-same, authority-unproved, and what the authority refuses with
 */
export async function openShift(
  around: Around,
  { other }: { other?: Pick<ShiftClaims, 'officerId'> } = {},
): Promise<{ at: AtWork; shift: OfficerShift }> {
  const key = await makeBrowserKey();
  const arriving = officerClient({ ...around, key });
  const begun = await arriving.call(beginShiftCall, {});
  const hash = shiftHash({ key: key.thumbprint, salt: begun.salt });
  const { ceremony, assertion } = await signHere(begun, hash, signByPasskey);
  if (other !== undefined && textOf(assertion.response.userHandle) === other.officerId)
    throw Refused.as('second-officer-same');
  const opened = await arriving.call(openShiftCall, { body: { ceremony, assertion } });
  const { token, keyList, shift } = opened;
  const judging = {
    trust: around.trust,
    newest: await newestKeyList(),
    now: around.clock.now() ?? Date.now(),
  };
  const keys = readKeyList(keyList, judging);
  const claims = readShiftToken(token, keys, key.thumbprint);
  await noteKeyList(keys.version);
  if (other === undefined) await keepShift({ key, token });
  return {
    at: { claims, thumbprint: key.thumbprint, client: officerClient({ ...around, key, token }) },
    shift,
  };
}

/**
 * A shift that a reload has found again: the token was checked when it came, and whether the shift stands is for the authority to say. Nothing where
 * another version of the page has kept something else.
 */
export function takeUpShift(around: Around, { key, token }: KeptShift): AtWork | undefined {
  const claims: unknown = JSON.parse(textOf(token.split('.')[1] ?? ''));
  if (!Value.Check(ShiftClaims, claims)) return undefined;
  return { claims, thumbprint: key.thumbprint, client: officerClient({ ...around, key, token }) };
}

/** Of base64url. */
function textOf(encoded: string): string {
  return new TextDecoder().decode(decodeBase64url(encoded));
}
