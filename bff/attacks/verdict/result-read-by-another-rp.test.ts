import { expect, it } from 'vitest';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('another RP cannot read a result, nor even tell that there is one', async () => {
  const { sessionId } = await checkThrough(world);
  const read = (id: string) => world.shop.ask('GET', `/counter/v1/sessions/${id}`);
  const [forbidden, absent] = [await read(sessionId), await read('ses_AAAAAAAAAAAAAAAAAAAAAA')];
  expect(forbidden).toMatchObject({ status: 404, code: 'not-found' });
  const told = ({ body }: typeof absent) => ({ ...Object(body), traceId: '' });
  expect(told(forbidden)).toEqual(told(absent));
  expect((await world.hotel.view(sessionId)).state).toBe('passed');
});
