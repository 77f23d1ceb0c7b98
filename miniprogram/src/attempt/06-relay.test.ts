import { describe, expect, it } from 'vitest';
import { playCheck } from '../../../scripts/stand-ins/phone/play-journey.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';

async function bodiesOfFace(rig: Rig): Promise<string[]> {
  const bodies: string[] = [];
  const { request } = rig.platform;
  rig.platform.request = (asked) => {
    if (asked.url.endsWith('/samples/face')) bodies.push(String(asked.body));
    return request(asked);
  };
  await playCheck(rig.holder, 'https://bff.test/q/1.x.1.y');
  return bodies;
}

describe('the relay of a sample', () => {
  it('sends the same envelope again after 503 and after a broken line', async () => {
    const rig = await setUp();
    let tries = 0;
    rig.bff.before = (what) => {
      if (what !== 'PUT face') return undefined;
      tries++;
      if (tries === 1) return problemAnswer('relay-busy', { 'retry-after': '1' });
      if (tries === 2) throw new Error('line broken');
      return undefined;
    };
    const bodies = await bodiesOfFace(rig);
    expect(bodies).toHaveLength(3);
    expect(new Set(bodies).size).toBe(1);
    expect(rig.platform.events.filter((event) => event === 'watch neutral')).toHaveLength(1);
  });

  it('counts an envelope as arrived whose answer was lost', async () => {
    const rig = await setUp();
    let tries = 0;
    rig.bff.before = (what, serve) => {
      if (what !== 'PUT face' || tries++ > 0) return undefined;
      serve();
      throw new Error('answer lost');
    };
    await bodiesOfFace(rig);
    expect(rig.bff.view.state).toBe('passed');
    expect(rig.bff.samples.map(({ kind }) => kind).sort()).toEqual(['face', 'voice']);
  });

  it('does not repeat what the authority refused', async () => {
    const rig = await setUp();
    let tries = 0;
    rig.bff.before = (what) => {
      if (what !== 'PUT face') return undefined;
      tries++;
      return problemAnswer('sample-refused');
    };
    await expect(bodiesOfFace(rig)).rejects.toMatchObject({ code: 'sample-refused' });
    expect(tries).toBe(1);
  });

  it('gives up after five tries', async () => {
    const rig = await setUp();
    let tries = 0;
    rig.bff.before = (what) => {
      if (what !== 'PUT face') return undefined;
      tries++;
      return problemAnswer('authority-unavailable');
    };
    await expect(bodiesOfFace(rig)).rejects.toMatchObject({ code: 'authority-unavailable' });
    expect(tries).toBe(5);
  });
});
