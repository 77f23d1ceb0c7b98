import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { startAuthority } from '../authority.fixture.ts';
import { checkPin } from './check-pin.ts';
import { hashPin } from './hash-pin.ts';

const authority = startAuthority();
const ports = authority.ports();
const { pins } = ports.store;
afterAll(() => authority.stop());
beforeEach(async () => pins.set('somebody', await hashPin(ports, '271828')));

const tryOf = (pin: string) => checkPin(ports, 'somebody', pin);

describe('a PIN at the authority', () => {
  it('fits its person alone', async () => {
    pins.set('another', await hashPin(ports, '161803'));
    expect(await tryOf('271828')).toBe(true);
    expect(await tryOf('161803')).toBe(false);
    expect(await checkPin(ports, 'nobody', '271828')).toBe(false);
    expect(await checkPin(ports, undefined, '271828')).toBe(false);
  });

  it('is kept as a salted hash: two that are the same look like any two', async () => {
    const [one, other] = [await hashPin(ports, '271828'), await hashPin(ports, '271828')];
    expect(one.hash).not.toBe(other.hash);
    expect(JSON.stringify(one)).not.toContain('271828');
  });

  it('is locked by the fifth wrong try, also where all are made at once, and stays so until it is set anew', async () => {
    const wrong = Array.from({ length: limits.pinTries }, () => tryOf('314159'));
    expect(await Promise.all([...wrong, tryOf('271828')])).not.toContain(true);
    expect(await tryOf('271828')).toBe(false);
    pins.set('somebody', await hashPin(ports, '161803'));
    expect(await tryOf('161803')).toBe(true);
  });

  it('gives the tries back where it fits', async () => {
    for (let n = 1; n < limits.pinTries; n++) await tryOf('314159');
    expect(await tryOf('271828')).toBe(true);
    for (let n = 1; n < limits.pinTries; n++) await tryOf('314159');
    expect(await tryOf('271828')).toBe(true);
  });
});
