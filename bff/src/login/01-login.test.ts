import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { storeCredential } from '../credential/credential.ts';
import { holderIdOf } from '../credential/holder-id.ts';
import { codeOf, type TestServer, testPhone, testServer } from '../http/server.fixture.ts';
import { deliverDue } from '../outbox/deliver-due.ts';
import type { Ports } from '../ports/ports.ts';
import { login } from './01-login.ts';

let world: TestServer;
beforeEach(async () => {
  world = await testServer();
});
afterEach(async () => {
  await world.server.close();
  await world.ports.db.close();
});

const source = '203.0.113.5';
const holderOf = (code: string) => holderIdOf(world.ports.settings.holderPepper, 'wechat', code);
const giveCredential = async (code: string) => {
  const handle = newId('crd', world.ports.random);
  await world.ports.db.write([
    storeCredential(holderOf(code), { handle: handle, level: 'basic' }, world.clock.now),
  ]);
  return handle;
};
const credentialOf = async (code: string) => {
  const rows = await world.ports.db.read('select * from credentials where holder_id = :id', {
    id: holderOf(code),
  });
  return rows[0];
};
const queued = () => world.ports.db.read('select key as handle from outbox', {});
const step = (ports: Ports, code: string, deviceThumbprint: string) =>
  login(ports, { platform: 'wechat', code, deviceThumbprint, source }, (claims) => JSON.stringify(claims));

describe('a login', () => {
  it('gives a token for ten minutes that is bound to the device key', async () => {
    const phone = testPhone(world);
    const answer = await phone.login('anna');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      tokenType: 'DPoP',
      tookOver: false,
      serverTime: world.clock.now,
      expiresAt: world.clock.now + 600_000,
    });
    const claims = JSON.parse(Buffer.from(phone.token.split('.')[1] ?? '', 'base64url').toString());
    expect(claims).toMatchObject({ sub: holderOf('anna'), cnf: { jkt: phone.thumbprint } });
  });

  it("keeps nothing of the platform's own id", async () => {
    await testPhone(world).login('anna-openid');
    expect(JSON.stringify(await world.ports.db.read('select * from holders', {}))).not.toContain(
      'anna-openid',
    );
    expect(JSON.stringify([world.events, world.lines])).not.toContain('anna-openid');
  });

  it('knows one person on two platforms as two holders', () => {
    const { holderPepper } = world.ports.settings;
    expect(holderIdOf(holderPepper, 'wechat', 'x')).not.toBe(holderIdOf(holderPepper, 'alipay', 'x'));
  });

  it('needs a proof of the device key, once', async () => {
    const phone = testPhone(world);
    const send = (headers: Record<string, string>) =>
      fetch(`${world.url}/holder/v1/login`, {
        method: 'POST',
        body: '{"platform":"wechat","code":"anna"}',
        headers: { 'content-type': 'application/json', ...headers },
      });
    expect(await codeOf(await send({}))).toBe('dpop-missing');
    const dpop = phone.proof('POST', '/holder/v1/login');
    expect((await send({ dpop })).status).toBe(200);
    expect(await codeOf(await send({ dpop }))).toBe('dpop-replayed');
  });

  it('passes on what the platform says', async () => {
    const failing = (code: 'login-refused' | 'platform-unavailable') => {
      const platforms = { ...world.ports.platforms, wechat: () => Promise.reject(new Problem(code)) };
      return step({ ...world.ports, platforms }, 'anna', 'device-1');
    };
    await expect(failing('login-refused')).rejects.toMatchObject({ code: 'login-refused' });
    await expect(failing('platform-unavailable')).rejects.toMatchObject({ code: 'platform-unavailable' });
    expect(await world.ports.db.read('select * from holders', {})).toEqual([]);
  });
});

describe('a login by the device key alone', () => {
  const again = (device: string) =>
    login(world.ports, { platform: 'device', deviceThumbprint: device, source }, (claims) =>
      JSON.stringify(claims),
    );

  it('finds the holder whose live device it is', async () => {
    await step(world.ports, 'anna', 'device-1');
    const { accessToken, tookOver } = await again('device-1');
    expect(JSON.parse(accessToken)).toMatchObject({ sub: holderOf('anna'), cnf: { jkt: 'device-1' } });
    expect(tookOver).toBe(false);
  });

  it('is refused for a key that nobody has, or has no more', async () => {
    await expect(again('device-1')).rejects.toMatchObject({ code: 'login-refused' });
    await step(world.ports, 'anna', 'device-1');
    await step(world.ports, 'anna', 'device-2');
    await expect(again('device-1')).rejects.toMatchObject({ code: 'login-refused' });
  });
});

describe('a login by the device key alone while another phone takes over', () => {
  it('takes nothing back', async () => {
    await step(world.ports, 'anna', 'device-1');
    const { read } = world.ports.db;
    let takenOver = false;
    const db = {
      ...world.ports.db,
      async read(...asked: Parameters<typeof read>) {
        const rows = await read(...asked);
        if (!takenOver && asked[0].includes('where device = :device')) {
          takenOver = true;
          await step(world.ports, 'anna', 'device-2');
          await giveCredential('anna');
        }
        return rows;
      },
    };
    const body = { platform: 'device', deviceThumbprint: 'device-1', source } as const;
    const { tookOver } = await login({ ...world.ports, db }, body, (claims) => JSON.stringify(claims));
    expect(takenOver).toBe(true);
    expect(tookOver).toBe(false);
    expect(await world.ports.db.read('select device from holders', {})).toEqual([{ device: 'device-2' }]);
    expect(await credentialOf('anna')).toMatchObject({ state: 'active' });
  });
});

describe('a login on another phone', () => {
  it('makes the credential unusable for a day, tells the authority, and marks it as told', async () => {
    const told: unknown[] = [];
    const authority: Ports['authority'] = {
      ...world.ports.authority,
      moveCredential: async (handle, { move }) => void told.push([handle, move]),
    };
    const ports = { ...world.ports, authority };
    await step(ports, 'anna', 'device-1');
    const handle = await giveCredential('anna');
    expect(await step(ports, 'anna', 'device-2')).toMatchObject({ tookOver: true });
    const until = world.clock.now + limits.movableFor;
    expect(await credentialOf('anna')).toMatchObject({ state: 'unusable', movable_until: until });
    await expect.poll(() => told).toEqual([[handle, 'take-over']]);
    await expect.poll(() => queued()).toEqual([]);
    expect(world.events).toContainEqual({ event: 'credential-moved', by: 'holder', move: 'take-over' });
  });

  it('voids what was suspended, and is recorded as the move that it is', async () => {
    await step(world.ports, 'anna', 'device-1');
    await giveCredential('anna');
    await world.ports.db.write([{ sql: `update credentials set state = 'suspended'`, params: {} }]);
    await step(world.ports, 'anna', 'device-2');
    expect(await credentialOf('anna')).toMatchObject({ state: 'void', reason: 'superseded' });
    const moves = world.events.filter(({ event }) => event === 'credential-moved');
    expect(moves).toEqual([{ event: 'credential-moved', by: 'holder', move: 'supersede' }]);
  });

  it('makes it unusable though the authority cannot be reached, and leaves that to be told', async () => {
    const warned: string[] = [];
    const moveCredential = () => Promise.reject(new Problem('authority-unavailable'));
    const ports: Ports = {
      ...world.ports,
      authority: { ...world.ports.authority, moveCredential },
      warn: (what) => void warned.push(what),
    };
    await step(ports, 'anna', 'device-1');
    const handle = await giveCredential('anna');
    await step(ports, 'anna', 'device-2');
    await expect.poll(() => warned).toEqual(['message-undelivered']);
    expect(await credentialOf('anna')).toMatchObject({ state: 'unusable' });
    expect(await queued()).toEqual([{ handle }]);
    world.clock.now += limits.outboxPause;
    await deliverDue(world.ports);
    expect(await queued()).toEqual([]);
  });

  it('touches nobody else, and nothing where the phone is the same', async () => {
    await step(world.ports, 'anna', 'device-1');
    await step(world.ports, 'bert', 'device-2');
    await giveCredential('anna');
    await giveCredential('bert');
    expect(await step(world.ports, 'anna', 'device-1')).toMatchObject({ tookOver: false });
    await step(world.ports, 'bert', 'device-3');
    expect(await credentialOf('anna')).toMatchObject({ state: 'active' });
  });

  it('leaves one live device when many log in at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => step(world.ports, 'anna', `device-${i}`)));
    const rows = await world.ports.db.read('select device from holders', {});
    expect(rows).toHaveLength(1);
  });

  it('refuses a device key that another holder has', async () => {
    await step(world.ports, 'anna', 'device-1');
    await expect(step(world.ports, 'bert', 'device-1')).rejects.toMatchObject({ code: 'login-refused' });
    await step(world.ports, 'bert', 'device-2');
    await expect(step(world.ports, 'bert', 'device-1')).rejects.toMatchObject({ code: 'login-refused' });
  });
});
