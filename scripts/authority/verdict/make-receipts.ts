import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { dateInChina } from '../../../shared/china-calendar.ts';
import type {
  ReceiptClaims,
  SealedEnds,
  SealedReceipt,
  SealedReceipts,
} from '../../../shared/contract/authority/receipts.ts';
import { leafOf } from '../../../shared/receipt/leaf-of.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { sealReceipt } from '../../../shared/receipt/seal-receipt.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Challenge } from '../ports/store.ts';
import { faceTakerIn } from './face-taker-in.ts';

type MakingPorts = Pick<AuthorityPorts, 'keys' | 'now' | 'random' | 'settings' | 'store'>;

/**
 * The receipts of a session that this challenge decides, signed and sealed to the device that it was issued to: one of the pass, where it
 * is one, and one of the failure that a pass still becomes without its counter word; and the same, without the report form, sealed for a ward who takes
 * part. Each has a salt of its own. None where nobody has named a key.
 */
export function makeReceipts(
  ports: MakingPorts,
  { asked, claims }: Challenge,
  outcome: 'pass' | 'fail',
): SealedReceipts | undefined {
  const { receiptKey = '', copyKey = '' } = asked;
  const key = readReceiptKey(receiptKey, asked.deviceThumbprint);
  const wards = readReceiptKey(copyKey, faceTakerIn(asked), 'copy');
  if (key === undefined && wards === undefined) return undefined;
  const { issuer } = ports.settings;
  const counter = ports.store.counters.find(claims.counterId);
  const { sessionId, ceremony, rpId, rpName, counterId, scene, purpose, level } = claims;
  const about = {
    ...{ iss: issuer, iat: Math.floor(ports.now() / 1000), sandbox: true },
    ...{ ceremony, sessionId, rpId, rpName, counterId, scene, purpose, level },
    ...{ counterName: counter?.counterName ?? '', place: counter?.place ?? '' },
    ...(asked.delegation !== undefined && { ward: asked.delegation.id }),
  };

  const make = (ended: 'pass' | 'fail', to: Uint8Array, isCopy: boolean): SealedReceipt => {
    const salt = encodeBase64url(ports.random(16));
    const leaf = leafOf(salt, { ...about, outcome: ended });
    const receipt: ReceiptClaims = { ...about, outcome: ended, salt, leaf };
    if (ended === 'pass' && rpId !== '' && !isCopy) receipt.report = reportForm(ports, rpId);
    return { sealed: sealReceipt(ports.keys.sign('lz-receipt+jwt', receipt), to, ports.random), leaf };
  };
  const ends = (to: Uint8Array, isCopy = false): SealedEnds => ({
    ...(outcome === 'pass' && { pass: make('pass', to, isCopy) }),
    fail: make('fail', to, isCopy),
  });

  return { ...(key && ends(key)), ...(wards && { copy: ends(wards, true) }) };
}

/** By which its holder reports that more was wanted. No time stands in it, or it would say which check it is of. */
function reportForm({ keys, now, random, settings }: MakingPorts, rpId: string): string {
  const nullifier = encodeBase64url(random(16));
  const claims = { iss: settings.issuer, sandbox: true, rpId, day: dateInChina(now()), nullifier };
  return keys.sign('lz-report+jwt', claims);
}
