import { expect, it } from 'vitest';
import { resultOpener } from '../../../scripts/stand-ins/counter/open-result.ts';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const openerOf = ({ id, rpId, key }: typeof world.hotel) =>
  resultOpener({ bffUrl: world.url, rpId, counterId: id, key: key.secret });

it('an RP that is shown the result token of another refuses it', async () => {
  const { session } = await checkThrough(world);
  const { result = '' } = await world.hotel.view(session.sessionId);
  expect(await openerOf(world.hotel)(result)).toMatchObject({ outcome: 'pass', jti: session.sessionId });
  await expect(openerOf(world.office)(result)).rejects.toThrow(/aud/);
});

it('an RP with a key gets results that nobody else can read', async () => {
  const { session } = await checkThrough(world, undefined, world.shop);
  const { result = '' } = await world.shop.view(session.sessionId);
  expect(result.split('.')).toHaveLength(5);
  const { id: counterId, rpId, key } = world.shop;
  const settings = { bffUrl: world.url, counterId, rpId, key: key.secret };
  const open = (decryptionKey: typeof world.shopKey) => resultOpener({ ...settings, decryptionKey })(result);
  expect(await open(world.shopKey)).toMatchObject({ aud: 'rp_shop', outcome: 'pass' });
  await expect(open(world.hotel.key.secret)).rejects.toThrow();
});
