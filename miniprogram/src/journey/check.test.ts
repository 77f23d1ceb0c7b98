import { describe, expect, it, vi } from 'vitest';
import { type Owner, playCheck } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { unpackFace } from '../../../shared/sample/unpack-face.ts';
import { unpackVoice } from '../../../shared/sample/unpack-voice.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';

function person(rig: Rig, change: Owner = {}): Owner {
  return {
    prompt: (prompt) => void rig.platform.events.push(`show ${prompt ?? 'neutral'}`),
    digits: () => void rig.platform.events.push('show digits'),
    ...change,
  };
}

const scanned = 'https://bff.test/q/1.x.1.y';

describe('a check', () => {
  it('ends in the result after face and voice were sealed to the authority', async () => {
    const rig = await setUp();
    const result = await playCheck(rig.holder, scanned, person(rig));
    expect(result.state).toBe('passed');
    expect(rig.bff.samples.map(({ kind }) => kind)).toEqual(['face', 'voice']);
  });

  it('takes neutral frames, then those of each prompt in its order, and says in the sample which is which', async () => {
    const rig = await setUp();
    await playCheck(rig.holder, scanned, person(rig));
    expect(rig.platform.events.slice(0, 6)).toEqual([
      'show neutral',
      'watch neutral',
      'show nod',
      'watch nod',
      'show turn-left',
      'watch turn-left',
    ]);
    const frames = unpackFace(rig.bff.samples[0]?.bytes ?? new Uint8Array());
    expect(frames.map(({ prompt }) => prompt)).toEqual([null, null, null, 0, 0, 0, 0, 1, 1, 1, 1]);
    expect(frames[0]?.atMs).toBe(0);
    expect(frames.every((frame, i) => i === 0 || frame.atMs > (frames[i - 1]?.atMs ?? 0))).toBe(true);
  });

  it('begins the upload of the face before the voice is spoken', async () => {
    const rig = await setUp();
    const order: string[] = [];
    rig.bff.before = (what) => {
      if (what.startsWith('PUT')) order.push(what);
      return undefined;
    };
    const { record } = rig.platform;
    rig.platform.record = async (speech) => {
      // However long sealing takes: the person speaks on until then.
      await vi.waitFor(() => expect(order).toContain('PUT face'), { timeout: 20_000 });
      order.push('spoken');
      return record(speech);
    };
    await playCheck(rig.holder, scanned, person(rig));
    expect(order).toEqual(['PUT face', 'spoken', 'PUT voice']);
  });

  it('overwrites every plain frame and the recording once they are sealed', async () => {
    const rig = await setUp();
    await playCheck(rig.holder, scanned, person(rig));
    expect(rig.platform.handedOut).toHaveLength(12);
    expect(rig.platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    const sealed = unpackVoice(rig.bff.samples[1]?.bytes ?? new Uint8Array());
    expect(sealed.recording.every((byte) => byte === 7)).toBe(true);
  });

  it('seals nothing once a key of its challenge was struck while the person looked, and gets through by another challenge', async () => {
    const rig = await setUp();
    rig.bff.before = (what, serve) => {
      if (what === 'GET key-list') rig.bff.change = { keyList: { version: 2, registrars: [] } };
      return what === 'GET key-list' ? serve() : undefined;
    };
    await expect(playCheck(rig.holder, scanned, person(rig))).rejects.toMatchObject({
      ...{ code: 'sample-refused', why: 'key-struck', action: 'capture-again' },
    });
    expect(rig.bff.samples).toEqual([]);
    expect(rig.platform.handedOut.every((bytes) => bytes.every((byte) => byte === 0))).toBe(true);
    delete rig.bff.before;
    rig.bff.change = { keyList: { version: 2 } };
    rig.bff.view = { ...rig.bff.view, keyList: rig.bff.authority.keyList(rig.bff.change) };
    expect((await playCheck(rig.holder, scanned, person(rig))).state).toBe('passed');
  });

  it('goes on by the list at hand where the line breaks just before it seals', async () => {
    const rig = await setUp();
    rig.bff.before = (what) => {
      if (what === 'GET key-list') throw new Error('cut');
      return undefined;
    };
    expect((await playCheck(rig.holder, scanned, person(rig))).state).toBe('passed');
  });

  it('answers a retry by a new challenge and a new capture', async () => {
    const rig = await setUp();
    rig.bff.outcomes = ['speak-louder', 'pass'];
    const hints: string[] = [];
    const triesAgain = async (given: readonly string[]) => {
      hints.push(...given);
      return true;
    };
    const result = await playCheck(rig.holder, scanned, person(rig, { triesAgain }));
    expect(result.state).toBe('passed');
    expect(hints).toEqual(['speak-louder']);
    expect(rig.bff.log.filter((what) => what === 'POST challenge')).toHaveLength(2);
    expect(rig.bff.samples).toHaveLength(4);
  });

  it('tells the hints of a failed check', async () => {
    const rig = await setUp();
    rig.bff.outcomes = ['fail'];
    expect(await playCheck(rig.holder, scanned, person(rig))).toMatchObject({
      state: 'failed',
      hints: ['face-not-matched'],
    });
  });

  it('sends no voice without consent to it', async () => {
    const rig = await setUp();
    await playCheck(rig.holder, scanned, person(rig, { consent: { face: true, voice: false } }));
    expect(rig.bff.samples.map(({ kind }) => kind)).toEqual(['face']);
    expect(rig.platform.events).not.toContain('show digits');
  });

  it('captures nothing when the person declines', async () => {
    const rig = await setUp();
    const result = await playCheck(rig.holder, scanned, person(rig, { agrees: async () => false }));
    expect(result.state).toBe('declined');
    expect(rig.platform.handedOut).toEqual([]);
  });

  it('captures nothing when the level is too low', async () => {
    const rig = await setUp();
    rig.bff.before = (what) => (what === 'POST claim' ? problemAnswer('level-too-low') : undefined);
    await expect(playCheck(rig.holder, scanned, person(rig))).rejects.toMatchObject({
      code: 'level-too-low',
      action: 'raise-level',
      retryable: false,
    });
    expect(rig.platform.handedOut).toEqual([]);
  });

  it('captures nothing for a challenge that another root signed', async () => {
    const rig = await setUp();
    rig.bff.change = { otherRoot: true };
    await expect(playCheck(rig.holder, scanned, person(rig))).rejects.toMatchObject({
      code: 'authority-untrusted',
    });
    expect(rig.platform.handedOut).toEqual([]);
  });

  it('learns that the counter ended the session while it captured', async () => {
    const rig = await setUp();
    rig.bff.before = (what) => {
      if (!what.startsWith('PUT')) return undefined;
      rig.bff.view = { ...rig.bff.view, state: 'cancelled' };
      return problemAnswer('session-over');
    };
    expect((await playCheck(rig.holder, scanned, person(rig))).state).toBe('cancelled');
  });

  it('sends nothing and closes the camera when the page is hidden', async () => {
    const rig = await setUp();
    const prompt = (shown: string | null) => {
      if (shown === 'nod') rig.platform.hide();
    };
    await expect(playCheck(rig.holder, scanned, person(rig, { prompt }))).rejects.toMatchObject({
      code: 'capture-interrupted',
    });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(rig.bff.log.some((what) => what.startsWith('PUT'))).toBe(false);
    expect(rig.platform.camerasOpen).toBe(0);
  });
});
