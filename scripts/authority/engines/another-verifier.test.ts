import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import * as limits from '../../../shared/limits.ts';
import { packFace } from '../../../shared/sample/pack-face.ts';
import {
  type Authority,
  applyBody,
  askChallenge,
  attempt,
  readVerdict,
  sendAll,
  startAuthority,
  verifyBody,
} from '../authority.fixture.ts';
import type { Engines, Template } from '../ports/engines.ts';
import { noEngines } from './open-engines.ts';

/** Knows a face by the brightness of its first byte, and a voice by its length: nothing like the sandbox's own engines. */
function brightnessEngines(version = '1'): Engines {
  const id = { engine: 'brightness', version };
  const templateOf = (value: number): Template => ({ ...id, bytes: Uint8Array.of(value) });
  const same = ({ bytes }: Template, value: number) => bytes[0] === value;
  const common = { id, health: async () => ({ healthy: true }) as const, close: async () => undefined };
  return {
    face: {
      ...common,
      readPhoto: async () => ({ ok: true, template: templateOf(9) }),
      async decide({ frames, references, seen }) {
        const [value = 0] = frames[0]?.jpeg ?? [];
        const digest = createHash('sha256').update(String(frames[0]?.atMs)).digest('hex');
        if (seen(digest)) return { findings: ['face-replayed'], digests: [digest], template: null };
        const known = references.every((reference) => same(reference, value));
        return {
          findings: known ? [] : ['other-face'],
          digests: [digest],
          template: known ? templateOf(value) : null,
        };
      },
    },
    voice: {
      ...common,
      enrol: async (wav) => ({ ok: true, template: templateOf(wav.length) }),
      async decide({ wav, reference }) {
        const known = same(reference, wav.length);
        return { findings: known ? [] : ['voice-uncertain'], digests: [], trace: templateOf(wav.length) };
      },
    },
  };
}

let authority: Authority;
let atMs = 0;
const face = (value: number) => {
  atMs += 1;
  return { face: packFace([{ atMs, prompt: null, jpeg: new Uint8Array(100).fill(value) }]) };
};
const enrolled = async () => (await attempt(authority, applyBody(), face(9))).credential ?? '';

beforeEach(() => {
  authority = startAuthority({ engines: brightnessEngines(), engineTimeout: 100 });
});
afterEach(() => authority.stop());

it('stands behind the seam: it passes, fails and knows what it saw before', async () => {
  const handle = await enrolled();
  const again = face(9);
  expect(await attempt(authority, verifyBody(handle), again)).toMatchObject({ outcome: 'pass', hints: [] });
  expect(await attempt(authority, verifyBody(handle), again)).toMatchObject({
    ...{ outcome: 'fail', hints: ['use-a-live-face'] },
  });
  expect(await attempt(authority, verifyBody(handle), face(8))).toMatchObject({
    ...{ outcome: 'fail', hints: ['face-not-matched'] },
  });
});

it('keeps its templates over a restart', async () => {
  const handle = await enrolled();
  await authority.restart();
  expect((await attempt(authority, verifyBody(handle), face(9))).outcome).toBe('pass');
});

it('asks whom an older version enrolled to enrol again, and counts no failure', async () => {
  const handle = await enrolled();
  await authority.restart({ engines: brightnessEngines('2') });
  for (let n = 0; n < limits.failuresBeforeLock; n++) {
    const verdict = await attempt(authority, verifyBody(handle), face(9));
    expect(verdict).toMatchObject({ outcome: 'fail', hints: [] });
  }
  const renewed = await enrolled();
  expect((await attempt(authority, verifyBody(renewed), face(9))).outcome).toBe('pass');
});

it('that is silent leads to another attempt, and after the last to no verdict: never to a pass or a fail', async () => {
  const handle = await enrolled();
  authority.options.engines.face.decide = () => new Promise<never>(() => undefined);
  expect(await attempt(authority, verifyBody(handle), face(9))).toMatchObject({
    outcome: 'retry',
    hints: [],
  });
  const last = await askChallenge(authority, verifyBody(handle, { attempt: limits.attemptsPerSession }));
  await sendAll(authority, last, face(9));
  expect(await readVerdict(authority, last, 1)).toBeUndefined();
  expect(authority.warnings.join()).toContain('EngineUnavailable');
});

it('is named with its health', async () => {
  const url = '/sandbox/v1/engines';
  expect((await authority.call({ method: 'GET', url })).json()).toMatchObject({
    ...{ face: { engine: 'brightness', version: '1', healthy: true } },
  });
  await authority.restart({ engines: noEngines() });
  expect((await authority.call({ method: 'GET', url })).json()).toMatchObject({
    ...{ voice: { engine: 'none', healthy: false } },
  });
});
