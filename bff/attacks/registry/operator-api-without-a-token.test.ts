import { expect, it } from 'vitest';
import { registryForOperators } from '../../src/registry/api.ts';
import { send } from '../world/answers.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each(Object.entries(registryForOperators))(
  '%s opens to no stranger, counter or phone',
  async (_, { call }) => {
    const url = world.url + call.path.replace(/:rpId/, 'rp_hotel').replaceAll(/:[A-Za-z]+/g, 'cnt_hotel-1');
    const body = call.method === 'GET' ? {} : { body: '{}' };
    const ask = (headers: Record<string, string>) =>
      send(url, {
        method: call.method,
        headers: { 'content-type': 'application/json', ...headers },
        ...body,
      });
    expect(await ask({})).toMatchObject({ status: 401, code: 'token-missing' });
    const bearer = { authorization: `Bearer ${await world.hotel.token()}` };
    expect(await ask(bearer)).toMatchObject({ status: 401, code: 'token-invalid' });
    const made = { authorization: `Bearer lzo_${'A'.repeat(43)}` };
    expect(await ask(made)).toMatchObject({ status: 401, code: 'token-invalid' });
  },
);
