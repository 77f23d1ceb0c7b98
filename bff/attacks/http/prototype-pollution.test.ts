import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  '{"scene":"hotel","purpose":"check-in","__proto__":{"polluted":1}}',
  '{"scene":"hotel","purpose":"check-in","constructor":{"prototype":{"polluted":1}}}',
  '{"__proto__":{"scene":"hotel","purpose":"check-in"}}',
  '{"scene":"hotel","purpose":"check-in","\\u005f_proto__":{"polluted":1}}',
  '{"scene":"hotel","purpose":"check-in","toString":1}',
])('%s is refused and pollutes nothing', async (body) => {
  expect((await world.hotel.askSession(body)).status).toBe(400);
  expect(Reflect.get({}, 'polluted')).toBeUndefined();
});

it('names of every object’s members are no scenes and no purposes', async () => {
  for (const word of ['__proto__', 'constructor', 'toString', 'hasOwnProperty']) {
    const answer = await world.hotel.askSession({ scene: word, purpose: word });
    expect(answer).toMatchObject({ status: 400, code: 'request-invalid' });
  }
  const query = '/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA?__proto__=1';
  expect(await world.hotel.ask('GET', query)).toMatchObject({ status: 400 });
});

it('names of every object’s members are no counters', async () => {
  for (const sub of ['__proto__', 'constructor', 'toString']) {
    const answer = await world.hotel.askToken(world.hotel.assertion({ claims: { sub, iss: sub } }));
    expect(answer).toMatchObject({ status: 401, code: 'client-unknown' });
  }
});
