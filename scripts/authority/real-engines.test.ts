import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FacePrompt } from '../../shared/challenge.ts';
import { packFace } from '../../shared/sample/pack-face.ts';
import { packIdentity } from '../../shared/sample/pack-identity.ts';
import { packVoice } from '../../shared/sample/pack-voice.ts';
import { varyFrame } from '../stand-ins/phone/vary-frame.ts';
import { type Authority, applyBody, attempt, startAuthority, verifyBody } from './authority.fixture.ts';
import { openEngines } from './engines/open-engines.ts';

const people = fileURLToPath(new URL('../people', import.meta.url));
const file = (...path: string[]) => readFileSync(join(people, ...path));

/** Looks straight ahead, turns, opens the mouth. */
async function face(id: string, fronts: string[], turn: string): Promise<Uint8Array> {
  const shown: [string, number | null][] = [
    ...fronts.map((name): [string, null] => [name, null]),
    [turn, 0],
    ['act-mouth', 1],
  ];
  const frames = shown.map(async ([name, prompt], n) => {
    return { atMs: n * 700, prompt, jpeg: await varyFrame(file(id, 'face', `${name}.jpg`)) };
  });
  return packFace(await Promise.all(frames));
}

const voice = (...path: string[]) =>
  packVoice({ container: 'wav', recording: new Uint8Array(file(...path)) });
const prompts: FacePrompt[] = ['turn-left', 'open-mouth'];
const enrolFronts = ['enrol-front-1', 'enrol-front-2', 'enrol-smile'];
const verifyFronts = ['verify-front-1', 'verify-front-2', 'verify-front-3'];

describe('the authority with its real engines', () => {
  let authority: Authority;
  let handle: string;

  beforeAll(async () => {
    authority = startAuthority({ peopleFolders: [people], engines: openEngines() });
    await authority.script({ name: 'fixed-challenge', prompts: ['turn-right', 'open-mouth'] });
    const person = JSON.parse(file('p01', 'person.json').toString());
    const applied = await attempt(authority, applyBody(), {
      identity: packIdentity({ name: person.name, idNumber: person.idNumber, validUntil: 'long-term' }),
      face: await face('p01', enrolFronts, 'act-right'),
      voice: voice('p01', 'voice', 'enrol.wav'),
    });
    expect(applied).toMatchObject({ outcome: 'pass', hints: [] });
    handle = applied.credential ?? '';
    await authority.call({ method: 'DELETE', url: '/sandbox/v1/script' });
  });
  afterAll(() => authority.stop());

  async function verify(digits: string, samples: { face: Uint8Array; voice: Uint8Array }) {
    const body = verifyBody(handle);
    const { sessionId } = body;
    await authority.script({ name: 'fixed-challenge', sessionId, prompts, digits });
    return attempt(authority, body, samples);
  }

  it("passes a citizen's own face and voice", async () => {
    const samples = {
      face: await face('p01', verifyFronts, 'act-left'),
      voice: voice('p01', 'voice', 'verify-1.wav'),
    };
    expect(await verify('141240', samples)).toMatchObject({ outcome: 'pass', hints: [] });
  });

  it("fails another citizen's face with the right voice", async () => {
    const samples = {
      face: await face('p02', verifyFronts, 'act-left'),
      voice: voice('p01', 'voice', 'verify-2.wav'),
    };
    expect((await verify('624232', samples)).outcome).toBe('fail');
  });

  it('fails the right face that speaks other digits', async () => {
    const samples = {
      face: await face('p01', verifyFronts, 'act-left'),
      voice: voice('p01', 'voice', 'verify-3.wav'),
    };
    expect(await verify('999999', samples)).toMatchObject({ outcome: 'fail', hints: ['say-the-digits'] });
  });

  it('fails frames and sound that came before', async () => {
    const samples = {
      face: await face('p01', verifyFronts, 'act-left'),
      voice: voice('p01', 'voice', 'verify-4.wav'),
    };
    expect((await verify('303785', samples)).outcome).toBe('pass');
    const { outcome, hints } = await verify('303785', samples);
    expect(outcome).toBe('fail');
    expect(hints).toEqual(['use-a-live-face', 'voice-not-matched']);
  });
});
