import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { newId } from '../../../../shared/ids.ts';
import { leafOf } from '../../../../shared/receipt/leaf-of.ts';
import { sealReceipt } from '../../../../shared/receipt/seal-receipt.ts';
import type { Slip } from '../../../../shared/receipt/slip-address.ts';
import { x25519PublicKey } from '../../../../shared/seal/x25519.ts';
import { HolderProblem } from '../../holder/holder-problem.ts';
import type { HttpRequest } from '../../platform/platform.ts';
import { readReceipt } from '../../receipt/01-read-receipt.ts';
import { openReader } from '../../start/open-reader.ts';
import { json, problemAnswer } from '../../testing/fake-bff.ts';
import { type Rig, setUp, testRandom } from '../../testing/set-up.ts';
import { faultOf } from './fault-of.ts';

let rig: Rig;
let asked: HttpRequest[];
const slip: Slip = { locator: 'L'.repeat(22), privateKey: testRandom(32) };
const ward = newId('del', testRandom);
vi.mock('../../platform/open/open-platform.ts', () => ({ openPlatform: () => rig.platform }));

beforeEach(async () => {
  rig = await setUp();
  asked = [];
  rig.platform.stored.clear();
  vi.stubGlobal('builtForBff', 'https://bff.test');
  vi.stubGlobal('builtForTrust', JSON.stringify({ root: rig.bff.authority.root.jwk, sandbox: true }));
});

/** The BFF answers with what the authority has signed, but for what a test changes. */
function lies(
  changes: Partial<ReceiptClaims> = { ward },
  { by, leafToo = true }: { by?: 'other-key' | 'gone-key'; leafToo?: boolean } = {},
): void {
  const about = {
    ...{ iss: 'fake', iat: Math.floor(rig.time.now / 1000), sandbox: true, ceremony: 'verify' as const },
    ...{ sessionId: newId('ses', testRandom), rpId: 'rp_hotel', rpName: 'Hotel', counterId: 'cnt_hotel-1' },
    ...{ counterName: 'Desk', place: 'Road 1', scene: 'hotel', purpose: 'check-in', level: 'basic' as const },
    ...{ outcome: 'pass' as const, ...changes },
  };
  const salt = 'A'.repeat(22);
  const leaf = leafOf(salt, about);
  const { signed, keyList } = rig.bff.authority.receipt({ ...about, salt, leaf }, by);
  const sealed = sealReceipt(signed, x25519PublicKey(slip.privateKey), testRandom);
  answers(() => json(200, { sealed, leaf: leafToo ? leaf : leafOf(`${'B'.repeat(21)}A`, about), keyList }));
}

function answers(answer: () => ReturnType<typeof json>): void {
  rig.platform.request = async (sent) => {
    asked.push(sent);
    return answer();
  };
}

const read = async (privateKey = slip.privateKey) =>
  readReceipt(await openReader(), { ...slip, privateKey, copy: true });

/** What the page says where nothing can be read. */
const fault = () =>
  read().then(
    () => undefined,
    (problem) => faultOf(problem),
  );

describe('a ward’s copy', () => {
  it('is read by whoever has its address, and neither a key nor a login is made for it', async () => {
    lies();
    expect((await read())?.claims).toMatchObject({ ward, rpName: 'Hotel', outcome: 'pass' });
    expect(asked.map(({ url }) => url)).toEqual(['https://bff.test/holder/v1/receipts/read']);
    expect(Object.keys(asked[0]?.headers ?? {}).sort()).toEqual(['accept', 'content-type']);
    expect([...rig.platform.stored.keys()]).not.toContain('device-key');
  });

  it('opens with no other key: there is nothing then', async () => {
    lies();
    expect(await read(testRandom(32))).toBeUndefined();
  });

  it.each([
    ['is of somebody’s own check', {}, {}],
    ['is signed by another key', { ward }, { by: 'other-key' as const }],
    ['is of another issuer', { ward, iss: 'somebody' }, {}],
    ['lies beside another leaf', { ward }, { leafToo: false }],
  ])('is not shown where what lies there %s', async (_, changes, how) => {
    lies(changes, how);
    expect(await fault()).toBe('faulty');
  });

  it('is said to be past confirming where the key that signed it is listed no more', async () => {
    lies({ ward }, { by: 'gone-key' });
    expect(await fault()).toBe('key-gone');
  });

  it('is said to be out of reach where the BFF does not answer, or has too much to do', async () => {
    answers(() => problemAnswer('internal-fault'));
    expect(await fault()).toBe('unreachable');
    expect(faultOf(new HolderProblem('network-failed'))).toBe('unreachable');
  });
});
