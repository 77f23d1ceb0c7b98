import { describe, expect, it } from 'vitest';
import { unpackIdentity } from '../../../shared/sample/unpack-identity.ts';
import { setUp } from '../testing/set-up.ts';
import { identity } from './02-identity.ts';
import { type Applying, apply } from './apply.ts';

const person: Applying = {
  consent: { face: true, voice: true },
  identity: { name: '林知遥', idNumber: '990001199904121101', validUntil: 'long-term' },
  triesAgain: async () => true,
  prompt: () => undefined,
  digits: () => undefined,
};

describe('apply', () => {
  it('seals identity, face and voice, and keeps nothing but the opaque handle', async () => {
    const { holder, platform, bff } = await setUp('apply');
    const result = await apply(holder, person);
    expect(result.state).toBe('passed');
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['identity', 'face', 'voice']);
    expect(unpackIdentity(bff.samples[0]?.bytes ?? new Uint8Array())).toEqual(person.identity);
    expect([...platform.stored.keys()].sort()).toEqual(['credential-handle', 'device-key']);
    expect(platform.stored.get('credential-handle')).toBe('crd_AAAAAAAAAAAAAAAAAAAAAA');
  });

  it('brings an ID photo where one is announced', async () => {
    const { holder, bff } = await setUp('apply');
    await apply(holder, { ...person, idPhoto: async () => new Uint8Array(2_000).fill(9) });
    expect(bff.samples.map(({ kind }) => kind)).toEqual(['identity', 'id-photo', 'face', 'voice']);
    expect(bff.samples[1]?.bytes).toEqual(new Uint8Array(2_000).fill(9));
  });

  it('keeps no handle when the application failed', async () => {
    const { holder, platform, bff } = await setUp('apply');
    bff.outcomes = ['too-dark', 'fail'];
    expect((await apply(holder, person)).state).toBe('failed');
    expect(platform.stored.has('credential-handle')).toBe(false);
  });

  it('stops where the person does not try again', async () => {
    const { holder, bff } = await setUp('apply');
    bff.outcomes = ['too-dark'];
    const result = await apply(holder, { ...person, triesAgain: async () => false });
    expect(result).toMatchObject({ state: 'claimed', hints: ['too-dark'] });
  });
});

describe('the identity form', () => {
  it('accepts what can be sealed, trimmed and with a capital X', async () => {
    const { holder } = await setUp('apply');
    const typed = { name: ' 林知遥 ', idNumber: '99000119990412110x', validUntil: '2099-01-01' };
    const wrong = identity(holder, typed);
    expect(wrong).toEqual({ ok: false, problems: [{ field: 'idNumber', problem: 'check-digit' }] });
    const right = identity(holder, { ...typed, idNumber: '990001199904121101' });
    expect(right).toMatchObject({ ok: true, identity: { name: '林知遥' } });
  });

  it('names every field that has to be corrected', async () => {
    const { holder } = await setUp('apply');
    expect(identity(holder, { name: ' ', idNumber: '1', validUntil: '2001-01-01' })).toEqual({
      ok: false,
      problems: [
        { field: 'name', problem: 'empty' },
        { field: 'idNumber', problem: 'length' },
        { field: 'validUntil', problem: 'past' },
      ],
    });
  });

  it('refuses test regions under a root that is no sandbox', async () => {
    const { holder } = await setUp('apply');
    const real = { ...holder, trust: { ...holder.trust, sandbox: false } };
    expect(identity(real, person.identity)).toMatchObject({ ok: false });
  });
});
