import { expect, it } from 'vitest';
import { readSession } from '../../../miniprogram/src/attempt/08-own-session.ts';
import { readNotices } from '../../../miniprogram/src/protect/watch-place.ts';
import { challenged } from '../world/check.fixture.ts';
import { cardOf, credentialed } from '../world/protect.fixture.ts';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it('a takeover answers the old phone where it waits, ends its check as superseded, and shows its counter nothing of that, before the authority has answered anything', async () => {
  const old = await credentialed(world, 1);
  const check = await challenged(world, old);
  const { version } = await readSession(old.holder, check.sessionId);
  const silent = world.authority.fallSilent();
  /** What told the authority of it and was over by then: a call that is not answered ends by its patience, long before the waits below. */
  const overBy = () => silent.ended.filter((url) => url.endsWith('/moves'));
  const waiting = readNotices(old.holder, 0, 25)
    .catch((problem: { code: string }) => problem.code)
    .then((said) => ({ said, over: overBy() }));
  const polling = old
    .ask('GET', `/holder/v1/sessions/${check.sessionId}?after=${version}&wait=25`)
    .then(({ body }) => ({ body, over: overBy() }));
  const present = await world.phone(old.account);
  const signedIn = overBy();
  await expect
    .poll(() => silent.asked, { timeout: 10_000 })
    .toContainEqual(expect.stringMatching(/\/moves$/));
  expect(await waiting).toEqual({ said: 'device-voided', over: [] });
  expect(await polling).toMatchObject({ body: { state: 'superseded' }, over: [] });
  expect(signedIn).toEqual([]);
  silent.speak();
  expect((await world.hotel.view(check.sessionId)).state).toBe('aborted');
  await expect(readSession(old.holder, check.sessionId)).rejects.toMatchObject({ code: 'device-voided' });
  expect(await cardOf(present)).toMatchObject({ state: 'unusable' });
});
