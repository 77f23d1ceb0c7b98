import { beforeEach, describe, expect, it } from 'vitest';
import { isFinal } from '../../../shared/sessions.ts';
import { login } from '../login/01-login.ts';
import { problemAnswer } from '../testing/fake-bff.ts';
import { type Rig, setUp } from '../testing/set-up.ts';
import { agree } from './answer.ts';
import { beginCheck } from './begin.ts';
import type { Journey } from './journey.ts';
import { tellPause } from './tell-pause.ts';
import { moreTime, timeLeft } from './time.ts';

let rig: Rig;
let journey: Journey;
beforeEach(async () => {
  rig = await setUp();
  rig.time.phoneAhead = 3_600_000;
  rig.bff.view = { ...rig.bff.view, deadline: rig.time.now + 120_000, mayExtend: true };
  await login(rig.holder);
  journey = await beginCheck(rig.holder, 'https://bff.test/q/1.x.1.y');
});

describe('the time that is left', () => {
  it("runs by the BFF's clock, whatever the phone's says", () => {
    expect(timeLeft(journey)).toBe(120_000);
    rig.time.now += 110_000;
    expect(timeLeft(journey)).toBe(10_000);
    rig.time.now += 110_000;
    expect(timeLeft(journey)).toBe(0);
  });

  it('is given once more, and then not again', async () => {
    await moreTime(journey);
    expect(timeLeft(journey)).toBe(240_000);
    expect(journey.view.mayExtend).toBeUndefined();
  });

  it('is not counted while others work', () => {
    journey.progress = { at: 'captured' };
    expect(timeLeft(journey)).toBeUndefined();
    journey.view = { ...journey.view, state: 'deciding' };
    expect(timeLeft(journey)).toBeUndefined();
    journey.view = { ...journey.view, word: '042' };
    expect(timeLeft(journey)).toBe(120_000);
    journey.view = { ...journey.view, state: 'passed' };
    expect(isFinal(journey.view.state)).toBe(true);
    expect(timeLeft(journey)).toBeUndefined();
  });
});

describe('leaving the page of a check', () => {
  const pauses = () => rig.bff.log.filter((what) => what === 'POST pause').length;

  it('tells the counter once, however often', async () => {
    tellPause(journey);
    tellPause(journey);
    await expect.poll(pauses).toBe(1);
    tellPause(journey);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pauses()).toBe(1);
  });

  it('is sent as a page is being closed, and disturbs nobody where it cannot be told', async () => {
    const outlives: unknown[] = [];
    const { request } = rig.platform;
    rig.platform.request = (asked) => {
      if (asked.url.endsWith('/pause')) outlives.push(asked.outlives);
      return request(asked);
    };
    rig.bff.before = (what, serve) => (what === 'POST pause' ? problemAnswer('session-over') : serve());
    tellPause(journey);
    await expect.poll(() => outlives).toEqual([true]);
  });

  it.each([
    ['the end', () => ({ view: { ...journey.view, state: 'passed' as const } })],
    [
      'the page of a platform, which belongs to the check',
      () => ({
        progress: { at: 'agreed' as const },
        holder: { ...journey.holder, link: { ...journey.holder.link, faceBy: 'wechat' as const } },
      }),
    ],
  ])('is nothing to tell of: %s', async (_, change) => {
    agree(journey, { face: true, voice: true });
    tellPause({ ...journey, ...change() });
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(pauses()).toBe(0);
  });
});
