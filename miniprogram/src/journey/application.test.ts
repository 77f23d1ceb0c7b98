import { describe, expect, it } from 'vitest';
import { playApplication } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import { setUp } from '../testing/set-up.ts';

const identity = { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' };

describe('an application', () => {
  it('seals identity, face and voice, and keeps nothing of it but the opaque handle and its level', async () => {
    const { holder, platform, bff } = await setUp('apply');
    const result = await playApplication(holder, { identity });
    expect(result.state).toBe('passed');
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['identity', 'face', 'voice']);
    expect(unpackIdentity(bff.samples[0]?.bytes ?? new Uint8Array())).toEqual(identity);
    expect([...platform.stored.keys()].sort()).toEqual([
      'credential-handle',
      'device-key',
      'newest-key-list',
    ]);
    expect(platform.stored.get('credential-handle')).toBe(
      JSON.stringify({ handle: 'crd_AAAAAAAAAAAAAAAAAAAAAA', level: 'basic' }),
    );
  });

  it('brings an ID photo where one is announced', async () => {
    const { holder, bff } = await setUp('apply');
    await playApplication(holder, { identity, idPhoto: new Uint8Array(2_000).fill(9) });
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['identity', 'id-photo', 'face', 'voice']);
    expect(bff.samples[1]?.bytes).toEqual(new Uint8Array(2_000).fill(9));
  });

  it('keeps no handle when the application failed', async () => {
    const { holder, platform, bff } = await setUp('apply');
    bff.outcomes = ['too-dark', 'fail'];
    expect((await playApplication(holder, { identity })).state).toBe('failed');
    expect(platform.stored.has('credential-handle')).toBe(false);
  });

  it('stops where the person does not try again', async () => {
    const { holder, bff } = await setUp('apply');
    bff.outcomes = ['too-dark'];
    const result = await playApplication(holder, { identity }, { triesAgain: async () => false });
    expect(result).toMatchObject({ state: 'claimed', hints: ['too-dark'] });
  });
});
