import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { hotel, testPorts } from '../ports/ports.fixture.ts';
import { makeDeviceCodes } from '../session/device-codes.ts';
import { newCheck, storeCheck } from '../session/new-check.ts';
import { problem } from '../verify/checks.fixture.ts';
import { enterUserCode } from './user-code.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
beforeEach(async () => {
  world = await testPorts();
});
afterEach(() => world.ports.db.close());

const source = '203.0.113.5';
const enter = (typed: string, from = source) => enterUserCode(world.ports, { typed, source: from });

async function opened() {
  const check = await newCheck(
    world.ports,
    hotel,
    { scene: 'hotel', purpose: 'check-in' },
    { endsWithin: limits.deviceCheckLifetime },
  );
  const { codes, statement } = makeDeviceCodes(world.ports, check);
  await storeCheck(world.ports, check, [statement]);
  return codes;
}

describe('a user code', () => {
  it('leads to what the QR code of the same check opens, however it was typed', async () => {
    const { userCode, address } = await opened();
    for (const typed of [userCode, userCode.toLowerCase(), ` ${userCode.replace('-', ' ')} `])
      expect(await enter(typed)).toEqual({ path: `/q/d.${address}` });
  });

  it('is none once it is over, and what is no code is answered alike', async () => {
    const { userCode } = await opened();
    await expect(enter('WDJB-MJH')).rejects.toEqual(problem('user-code-unknown'));
    await expect(enter('BBBB-BBBB')).rejects.toEqual(problem('user-code-unknown'));
    world.clock.now += limits.deviceCodeLifetime;
    await expect(enter(userCode)).rejects.toEqual(problem('user-code-unknown'));
  });

  it('may be tried so often by one network, right or wrong, and by others all the same', async () => {
    const { userCode } = await opened();
    for (let i = 0; i < limits.userCodesPerNetwork.atOnce; i++)
      await expect(enter('BBBB-BBBB')).rejects.toEqual(problem('user-code-unknown'));
    await expect(enter(userCode)).rejects.toEqual(problem('too-many-requests'));
    expect(await enter(userCode, '198.51.100.7')).toHaveProperty('path');
    world.clock.now += limits.userCodesPerNetwork.every;
    expect(await enter(userCode)).toHaveProperty('path');
  });
});
