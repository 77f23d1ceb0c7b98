import { afterEach, expect, it, vi } from 'vitest';
import { agreeForWard } from '../../../miniprogram/src/family/agree-for-ward.ts';
import { giveCode } from '../../../miniprogram/src/family/give-code.ts';
import { wardRequests } from '../../../miniprogram/src/family/ward-requests.ts';
import { newReceiptPlace } from '../../../scripts/stand-ins/phone/receipt-place.ts';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import { openWardCall } from '../../../shared/contract/family/at-terminal.ts';
import { makeDeviceKey } from '../../../shared/jws/make-device-key.ts';
import { thumbprint } from '../../../shared/jws/thumbprint.ts';
import { stateReceiptKey } from '../../../shared/receipt/state-receipt-key.ts';
import { x25519PublicKey } from '../../../shared/seal/x25519.ts';
import { forWard, guardianOf, terminalAt } from '../world/family.fixture.ts';
import { tamperedJws } from '../world/jws.fixture.ts';
import { random } from '../world/parties.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
afterEach(() => vi.restoreAllMocks());

const own = x25519PublicKey(random(32));
const another = makeDeviceKey(random);
const stranger = { ...another, thumbprint: thumbprint(another.publicJwk) };

/** From now on the BFF names another key for the ward's copy. */
function dishonest(swap: (copyKey: string) => string): void {
  const { authority } = world.ports;
  const ask = authority.issueChallenge.bind(authority);
  vi.spyOn(authority, 'issueChallenge').mockImplementation((order) =>
    ask(order.copyKey === undefined ? order : { ...order, copyKey: swap(order.copyKey) }),
  );
}

const swaps: Record<string, (copyKey: string) => string> = {
  'signed by a device of the BFF’s own': () => stateReceiptKey(stranger, own, 'copy'),
  'put into what was signed': (copyKey) => tamperedJws(copyKey, { key: encodeBase64url(own) }),
};

it.each(Object.entries(swaps))(
  'a BFF reads no ward’s copy whose face a phone takes by a key %s',
  async (_, swap) => {
    const guardian = await guardianOf(world);
    const copy = newReceiptPlace(random, 'copy');
    const check = () => forWard(world, guardian, guardian.delegation.delegationId, world.hotel, { copy });
    dishonest(swap);
    await expect(check()).rejects.toMatchObject({ code: 'receipt-key-refused' });
    vi.restoreAllMocks();
    await expect(check()).resolves.toBeDefined();
  },
);

it('nor by the key that the guardian’s phone has stated for its own receipts', async () => {
  const guardian = await guardianOf(world);
  const receipt = newReceiptPlace(random);
  dishonest(() => receipt.wantedBy(guardian.phone.holder).key);
  const copy = newReceiptPlace(random, 'copy');
  await expect(
    forWard(world, guardian, guardian.delegation.delegationId, world.hotel, { receipt, copy }),
  ).rejects.toMatchObject({ code: 'receipt-key-refused' });
});

it('nor one whose face a terminal takes: not by a key of its own, and not by one of the guardian’s phone', async () => {
  const guardian = await guardianOf(world);
  const { holder } = guardian.phone;
  const terminal = await terminalAt(world);
  const { code } = await giveCode(holder, guardian.delegation);
  await terminal.openWard('hotel', 'check-in', code);
  const [request] = await wardRequests(holder);
  if (request === undefined) throw new Error('no request');
  const ofThePhone = () => stateReceiptKey(holder.device, own, 'copy');
  for (const swap of [...Object.values(swaps), ofThePhone]) {
    dishonest(swap);
    await expect(agreeForWard(holder, request)).rejects.toMatchObject({ code: 'receipt-key-refused' });
    vi.restoreAllMocks();
  }
  await expect(agreeForWard(holder, request)).resolves.toBeDefined();
});

it('a terminal that brings what another has signed is refused before the code is used up', async () => {
  const guardian = await guardianOf(world);
  const terminal = await terminalAt(world);
  const { code } = await giveCode(guardian.phone.holder, guardian.delegation);
  const copy = newReceiptPlace(random, 'copy').wantedBy({ device: stranger });
  const body = { scene: 'hotel', purpose: 'check-in', code, copy };
  terminal.device.keep(await terminal.counter.token());
  await expect(terminal.device.call(openWardCall, {}, { body })).rejects.toMatchObject({
    code: 'receipt-key-refused',
  });
  await expect(terminal.openWard('hotel', 'check-in', code)).resolves.toMatchObject({ state: 'claimed' });
});
