import { expect, it } from 'vitest';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a basic credential is refused where strict is needed, before any challenge or capture', async () => {
  const phone = await world.citizen();
  const session = await world.office.open('gov-window', 'handle-affairs');
  const code = world.office.code(session);
  await expect(claim(phone.holder, code)).rejects.toMatchObject({ code: 'level-too-low' });
  const asked = await phone.ask('POST', `/holder/v1/sessions/${session.sessionId}/challenge`, {
    body: { consent: agreed() },
    headers: { 'idempotency-key': 'idempotency-key-0001' },
  });
  expect(asked).toMatchObject({ status: 404, code: 'not-found' });
  expect((await world.office.view(session.sessionId)).state).toBe('open');
});
