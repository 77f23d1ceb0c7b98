import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { agree, agreeAndCapture, applyFor, beAsked, fillIn, goTo, on } from './ceremonies.fixture.ts';
import type { MiniTarget } from './compile/rewrite-template.ts';
import type { Host } from './open-host.ts';
import type { ScriptedOwner } from './scripted-owner.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = inject('chromium');
/** Milliseconds for two whole ceremonies on a machine that does other things too. */
const patience = 400_000;

/** What differs: Alipay's server tells a refusal no other than a page that was left. */
const particulars = {
  weapp: { api: 'requestFacialVerify', says: '微信会得到您的姓名、身份证号和人脸', refusal: 'failed' },
  alipay: { api: 'startAPVerify', says: '支付宝会得到您的姓名、身份证号和人脸', refusal: 'left' },
} as const;

/** What the output of `target` does on a phone where the platform takes the face, against everything real. */
export function runByPlatform(target: MiniTarget): void {
  const { api, says, refusal } = particulars[target];
  describe.skipIf(chromium === '')(`the real ${target} output, the face taken by the platform`, () => {
    let world: World;
    let owner: ScriptedOwner;
    let host: Host;
    beforeAll(async () => {
      if (chromium === '') return;
      world = await openWorld(target, chromium, { faceVerifier: 'platform' });
      owner = world.owner(await world.person('p01'));
      host = await world.open(owner);
    }, patience);
    afterAll(async () => {
      await world?.close();
    });

    /** The page of the platform was left or, at Alipay, may have been: it is offered again. */
    const startAgain = async () => {
      await host.page.locator('.problem-platform-face-left:visible').waitFor({ timeout: 60_000 });
      owner.faceAct = 'pass';
      await on(host.page, 'try-again').click();
      await on(host.page, 'start-face').click();
    };

    it('says who takes the pictures before anybody consents', async () => {
      await goTo(host, '/pages/apply/index');
      const consent = on(host.page, 'consent-face');
      await consent.waitFor();
      expect(await consent.innerText()).toContain(says);
    });

    it(
      'has a way out on a phone whose platform is too old',
      async () => {
        const old = await world.open(world.owner(await world.person('p02')), { absentApis: [api] });
        await fillIn(old, await world.person('p02'));
        await on(old.page, 'start-face').click();
        await old.page.locator('.problem-platform-face-missing:visible').waitFor();
        expect(await on(old.page, 'staffed-way').innerText()).not.toBe('');
        await old.close();
      },
      patience,
    );

    it(
      'applies: the face at the platform, the voice here',
      async () => {
        const end = await applyFor(host, await world.person('p01'));
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
        expect(owner.pictures).toBe(0);
      },
      patience,
    );

    it(
      'is verified at a hotel after leaving the page once: the counter hears pass',
      async () => {
        const sessionId = await beAsked(world, host, owner);
        const heard = world.counter.awaitEnd(sessionId, patience);
        owner.faceAct = 'cancel';
        const ending = agreeAndCapture(world, host, sessionId, await world.person('p01'));
        await startAgain();
        const end = await ending;
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
        expect((await heard).view.state).toBe('passed');
        expect(owner.pictures).toBe(0);
      },
      patience,
    );

    it(
      'does not pass where the platform saw another face',
      async () => {
        owner.faceAct = 'fail';
        const sessionId = await beAsked(world, host, owner);
        if (refusal === 'left') {
          await agree(host);
          await on(host.page, 'start-face').click();
          await host.page.locator('.problem-platform-face-left:visible').waitFor({ timeout: 60_000 });
          expect((await world.counter.readSession(sessionId)).state).toBe('claimed');
          return;
        }
        const heard = world.counter.awaitEnd(sessionId, patience);
        const end = await agreeAndCapture(world, host, sessionId, await world.person('p01'));
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'failed' });
        expect((await heard).view.state).toBe('failed');
      },
      patience,
    );

    it('had no fault on the way', () => {
      expect(host.faults).toEqual([]);
    });
  });
}
