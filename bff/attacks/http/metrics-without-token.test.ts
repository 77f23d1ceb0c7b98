import { expect, it } from 'vitest';
import { send } from '../world/answers.fixture.ts';
import { metricsToken } from '../world/bff.fixture.ts';
import { checkThrough } from '../world/check.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const ask = (headers: Record<string, string>) => send(`${world.url}/metrics`, { headers });

it('figures are for the operator only', async () => {
  expect(await ask({})).toMatchObject({ status: 401, code: 'token-missing' });
  const authorization = `Bearer ${await world.hotel.token()}`;
  expect(await ask({ authorization })).toMatchObject({ status: 401, code: 'token-invalid' });
});

it('figures name no session, counter, RP or person', async () => {
  const { sessionId } = await checkThrough(world);
  const { status, body } = await ask({ authorization: `Bearer ${metricsToken}` });
  expect(status).toBe(200);
  expect(String(body)).toContain('lz_sessions_ended_total');
  expect(String(body)).not.toMatch(new RegExp(`${sessionId}|ses_|rp_|cnt_|hol_|crd_|chl_`));
});
