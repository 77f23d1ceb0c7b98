import * as openid from 'openid-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { type TestServer, testServer } from '../http/server.fixture.ts';
import { extendOnPhone } from '../verify/02-extend.ts';
import { consent } from '../verify/checks.fixture.ts';
import { playDeviceFlow, watched } from './device-flow.fixture.ts';

let world: TestServer;
let play: ReturnType<typeof playDeviceFlow>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] });
  world = await testServer({ underItsOwnName: true });
  vi.setSystemTime(world.clock.now);
  play = playDeviceFlow(world);
});
afterEach(async () => {
  vi.useRealTimers();
  vi.restoreAllMocks();
  await world.server.close();
  await world.ports.db.close();
});

async function opened() {
  const client = await play.openidClient();
  const given = await openid.initiateDeviceAuthorization(client, { scope: 'hotel:check-in' });
  const { session_id, verification_uri_complete: code = '' } = given;
  return { client, given, sessionId: String(session_id), code };
}

describe('the time of a check that is opened as a device flow', () => {
  it('may be claimed until a minute before its end, always late, and has the word of a late scan', async () => {
    const { sessionId, code } = await opened();
    await play.pass(limits.deviceCheckLifetime - limits.deviceClaimLeast - 1000);
    expect(await play.claim(await world.phone(), code)).toMatchObject({ id: sessionId, state: 'claimed' });
    expect(await play.digitsOf(sessionId)).toMatch(/^[0-9]{3}$/);
  });

  it('ends with its device code, whoever claims and asks for more time, and says so to phone and counter', async () => {
    const { ports, clock } = world;
    const { sessionId, code } = await opened();
    const endsBy = clock.now + limits.deviceCheckLifetime;
    const counterSees = async () => {
      const { deadline, mayExtend } = await play.stateAt(sessionId);
      return { deadline, mayExtend };
    };
    expect(await counterSees()).toEqual({ deadline: endsBy - limits.deviceClaimLeast });
    await play.pass(limits.deviceCheckLifetime - limits.claimedLifetime - 30_000);
    const phone = await world.phone();
    expect(await play.claim(phone, code)).toMatchObject({ deadline: endsBy - 30_000, mayExtend: true });
    expect(await counterSees()).toEqual({ deadline: endsBy });
    const extended = await extendOnPhone(ports, phone, sessionId);
    expect(extended).toMatchObject({ deadline: endsBy });
    const { session } = await challenge(ports, phone, sessionId, { consent }, world.idempotencyKey());
    expect(session.deadline).toBe(endsBy);
    await play.pass(endsBy - clock.now - 1);
    expect((await play.stateAt(sessionId)).state).toBe('claimed');
    await play.pass(1);
    expect((await play.stateAt(sessionId)).state).toBe('expired');
  });

  it('gives no phone time that the check has not', async () => {
    const { sessionId, code } = await opened();
    await play.pass(limits.deviceCheckLifetime - limits.deviceClaimLeast - 1000);
    const phone = await world.phone();
    expect(await play.claim(phone, code)).not.toHaveProperty('mayExtend');
    await expect(extendOnPhone(world.ports, phone, sessionId)).rejects.toMatchObject({
      code: 'step-out-of-order',
    });
  });

  it.each([5, limits.devicePollSecondsMost])(
    'has the result of a guest who came late and passed at the last moment, at a pause of %i s',
    async (interval) => {
      const { client, given, sessionId, code } = await opened();
      const openedAt = world.clock.now;
      const sql = 'update device_codes set pause = :interval where session_id = :sessionId';
      await world.ports.db.write([{ sql, params: { sessionId, interval } }]);
      const end = openedAt + limits.deviceCheckLifetime;
      await play.pass(limits.deviceCheckLifetime - limits.deviceClaimLeast - 1000);
      const polling = watched(openid.pollDeviceAuthorizationGrant(client, { ...given, interval }));
      await play.playGuest(code, sessionId);
      await play.decide(sessionId, 'pass');
      await play.until(() => end - world.clock.now <= 1000);
      expect(polling.done).toBe(false);
      await play.typeRight(sessionId);
      await play.until(() => polling.done);
      expect(polling).toMatchObject({ value: { state: 'passed', result: 'result.pass.token' } });
      // It stops asking then.
      expect(world.clock.now - openedAt).toBeLessThan(given.expires_in * 1000);
    },
  );
});
