import type { OpenWardBody } from '../../../shared/contract/family/at-terminal.ts';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { readReceiptKey } from '../../../shared/receipt/read-receipt-key.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { readCredential } from '../credential/credential.ts';
import { type Delegation, delegationIn } from '../credential/delegation.ts';
import { tellDevices } from '../notice/tell-devices.ts';
import { wakeHolder } from '../notice/wake-holder.ts';
import type { TerminalCaller } from '../ports/callers.ts';
import type { Row } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import { take } from '../quota/take.ts';
import { change, living } from '../session/change.ts';
import { counterView } from '../session/counter-view.ts';
import { load } from '../session/load.ts';
import { newCheck, storeCheck } from '../session/new-check.ts';
import { codeHash } from './code-hash.ts';
import { givenAhead } from './given-ahead.ts';

/**
 * A check at a terminal of somebody whose guardian is elsewhere: the code says which guardian is asked, once, and nothing of the ward. The guardian's phone has it as
 * a request at once; where the guardian wants to hear only, it goes on by the word that was given ahead. Where the ward's own copy of the receipt is to be kept
 * waits with the claim for the challenge, and goes with it.
 * @throws Problem ward-code-unknown, scene-not-allowed, purpose-not-allowed, level-too-low, counter-unregistered, receipt-key-refused where this terminal has not stated
 * the key of the copy, too-many-requests
 */
export async function openWard(
  ports: Ports,
  caller: TerminalCaller,
  { code, copy, ...asked }: OpenWardBody,
): Promise<CounterView> {
  const { deviceThumbprint: terminal } = caller;
  if (copy !== undefined && readReceiptKey(copy.key, terminal, 'copy') === undefined)
    throw new Problem('receipt-key-refused');
  await take(ports, [{ quota: 'ward-codes-by-counter', subject: caller.counterId }]);
  const hash = codeHash(ports.settings, code);
  const opened = await newCheck(ports, caller, asked, { ceremony: 'ward', parties: { terminal } });
  if (opened.asked.request.level !== 'basic') throw new Problem('level-too-low');
  const { given, delegation, credential } = await found(ports, hash);
  const taken = {
    sql: 'delete from ward_codes where hash = :hash returning hash',
    params: { hash },
    rows: 1,
  };
  if ((await storeCheck(ports, opened, [taken])) !== 'stored') throw new Problem('ward-code-unknown');

  const { holderId, delegationId, asks } = delegation;
  const device = String(given.device);
  const next = {
    ...living(opened),
    state: 'claimed' as const,
    consent: 'not-given' as const,
    deadline: ports.now() + limits.wardRequestLifetime,
    claim: {
      ...{ holderId, deviceThumbprint: device, shows: 'credential' as const, credential },
      ...{ ward: delegationId, attempts: 0, hints: [] },
      ...(copy === undefined ? {} : { copy }),
    },
  };
  const kind = asks === 'tell' ? 'ward-checked' : 'ward-asks';
  const claimed = await change(ports, opened, next, [tellDevices(ports, holderId, { kind })]);
  if (typeof claimed === 'string') throw new Problem('session-over');
  wakeHolder(ports, holderId);
  const ahead = givenAhead(given);
  if (asks === 'tell' && ahead !== undefined) {
    const { word, ...agreed } = ahead;
    const body = { ...agreed, ward: { delegationId, word } };
    await challenge(ports, { deviceThumbprint: device }, opened.id, body, {
      key: `ward ${opened.id}`,
      bodyHash: hash,
    });
  }
  return counterView(ports, (await load(ports, opened.id)) ?? claimed);
}

/** Whoever gave the code away, as far as that guardian answers still; one answer for all that is not so. */
async function found(
  ports: Ports,
  hash: string,
): Promise<{ given: Row; delegation: Delegation; credential: Delegation['credential'] }> {
  const now = ports.now();
  const [given] = await ports.db.read(
    `select ward_codes.device, ward_codes.ahead, delegations.*
      from ward_codes join delegations on delegations.id = ward_codes.delegation_id
      where hash = :hash and expires_at > :now and state = 'active' and ends_at > :now`,
    { hash, now },
  );
  const delegation = given && delegationIn(given, now);
  const credential = delegation && (await readCredential(ports, delegation.holderId));
  if (given === undefined || delegation === undefined || credential?.state !== 'active')
    throw new Problem('ward-code-unknown');
  return { given, delegation, credential: credential.handle };
}
