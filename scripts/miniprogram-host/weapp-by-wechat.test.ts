import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { agreeAndCapture, applyFor, beAsked, fillIn, goTo, on } from './ceremonies.fixture.ts';
import { findChromium } from './find-chromium.ts';
import type { Host } from './open-host.ts';
import type { ScriptedOwner } from './scripted-owner.ts';
import { openWorld, type World } from './world.fixture.ts';

const chromium = findChromium();
/** Milliseconds for two whole ceremonies on a machine that does other things too. */
const patience = 400_000;

describe.skipIf(chromium === undefined)(
  'the real weapp output in Chromium, where WeChat takes the face',
  () => {
    let world: World;
    let owner: ScriptedOwner;
    let host: Host;
    beforeAll(async () => {
      if (chromium === undefined) return;
      world = await openWorld('weapp', chromium, { faceVerifier: 'platform' });
      owner = world.owner(await world.person('p01'));
      host = await world.open(owner);
    }, patience);
    afterAll(async () => {
      await world?.strike();
    });

    it('says who takes the pictures before anybody consents', async () => {
      await goTo(host, '/pages/apply/index');
      const consent = on(host.page, 'consent-face');
      await consent.waitFor();
      expect(await consent.innerText()).toContain('微信会得到您的姓名、身份证号和人脸');
    });

    it(
      'has a way out on a phone whose WeChat is too old',
      async () => {
        const old = await world.open(world.owner(await world.person('p02')), {
          absentApis: ['requestFacialVerify'],
        });
        await fillIn(old, await world.person('p02'));
        await on(old.page, 'start-face').click();
        await old.page.locator('.problem-platform-face-missing:visible').waitFor();
        expect(await on(old.page, 'staffed-way').innerText()).not.toBe('');
        await old.close();
      },
      patience,
    );

    it(
      'applies: the face at WeChat, the voice here',
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
        await host.page.locator('.problem-platform-face-left:visible').waitFor({ timeout: 60_000 });
        owner.faceAct = 'pass';
        await on(host.page, 'try-again').click();
        await on(host.page, 'start-face').click();
        const end = await ending;
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
        expect((await heard).view.state).toBe('passed');
        expect(owner.pictures).toBe(0);
      },
      patience,
    );

    it(
      'fails where WeChat saw another face',
      async () => {
        owner.faceAct = 'fail';
        const sessionId = await beAsked(world, host, owner);
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
  },
);
