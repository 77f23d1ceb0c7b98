import { expect, it } from 'vitest';
import { respellings } from '../world/respell.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const refused = { status: 401, code: 'token-invalid' };

it.each([0, 1, 2])(
  'a token of which part %i is spelled otherwise opens nothing, at the counter or on a phone',
  async (part) => {
    const phone = await world.phone();
    const path = '/counter/v1/sessions/ses_AAAAAAAAAAAAAAAAAAAAAA';
    for (const genuine of [await world.hotel.token(), phone.token()]) {
      const parts = genuine.split('.');
      for (const spelling of respellings(parts[part] ?? '')) {
        const token = parts.with(part, spelling).join('.');
        const proof = phone.proof('GET', '/holder/v1/credential', { accessToken: token });
        expect(await world.hotel.ask('GET', path, { token })).toMatchObject(refused);
        expect(await phone.whoAmI({ token, proof })).toMatchObject(refused);
      }
    }
  },
);
