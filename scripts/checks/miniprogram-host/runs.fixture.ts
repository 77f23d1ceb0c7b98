import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { appointOfficer, genuine, sandboxCard } from '../../stand-ins/officer/play-raise.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { agreeAndCapture, applyFor, beAsked, fillIn, goTo, on } from './ceremonies.fixture.ts';
import type { MiniTarget } from './compile/rewrite-template.ts';
import type { Host } from './open-host.ts';
import type { ScriptedOwner } from './scripted-owner.ts';
import { openWorld, seenOf, type World } from './world.fixture.ts';

const chromium = inject('chromium');

/** Milliseconds for two whole ceremonies on a machine that does other things too. */
const patience = 400_000;

/** What the output of `target` does on a phone, from the application to the end of checks, against everything real. */
export function runOutput(target: MiniTarget): void {
  describe.skipIf(chromium === '')(`the real ${target} output in Chromium`, () => {
    let world: World;
    let owner: ScriptedOwner;
    let host: Host;
    beforeAll(async () => {
      if (chromium === '') return;
      world = await openWorld(target, chromium);
      owner = world.owner(await world.person('p01'));
      host = await world.open(owner);
    }, patience);
    afterAll(async () => {
      await world?.close();
    });

    it('tells screen readers what its buttons are', async () => {
      await goTo(host, '/pages/apply/index');
      const button = on(host.page, 'consent-next');
      await button.waitFor();
      expect(await button.getAttribute('aria-label')).not.toBe('');
      expect(await button.getAttribute('role')).toBe('button');
    });

    it('refuses to make keys where the phone has no source of randomness', async () => {
      const bare = await world.open(world.owner(await world.person('p02')), {
        absentApis: ['getRandomValues'],
      });
      await goTo(bare, '/pages/apply/index');
      await bare.page.locator('.problem-randomness-missing:visible').waitFor();
      expect(await on(bare.page, 'staffed-way').innerText()).not.toBe('');
      await bare.close();
    });

    it(
      'shows the way to the settings where the camera is refused',
      async () => {
        const shy = world.owner(await world.person('p03'));
        shy.fails.add('camera');
        const phone = await world.open(shy);
        await fillIn(phone, await world.person('p03'));
        await phone.page.locator('.problem-camera-refused:visible').waitFor();
        await on(phone.page, 'open-settings').click();
        await expect.poll(() => shy.settingsOpened).toBe(1);
        await phone.close();
      },
      patience,
    );

    it.skipIf(target === 'alipay')(
      'leads to a clear page where the privacy guide is refused',
      async () => {
        const wary = world.owner(await world.person('p05'));
        wary.fails.add('privacy');
        const phone = await world.open(wary);
        await fillIn(phone, await world.person('p05'));
        await phone.page.locator('.problem-camera-refused:visible').waitFor();
        expect(await on(phone.page, 'staffed-way').innerText()).not.toBe('');
        wary.fails.delete('privacy');
        await on(phone.page, 'try-again').click();
        await on(phone.page, 'start-face').waitFor();
        await phone.close();
      },
      patience,
    );

    it.skipIf(target === 'alipay')(
      'asks for one face only where the phone finds two, and lets the person begin all the same',
      async () => {
        const accompanied = world.owner(await world.person('p06'));
        accompanied.faces = 2;
        const phone = await world.open(accompanied);
        await fillIn(phone, await world.person('p06'));
        await phone.page.locator('.hint-one-face-only:visible').waitFor();
        await on(phone.page, 'start-face').click();
        await phone.page.locator('.prompt-neutral:visible').waitFor();
        accompanied.faces = 1;
        await phone.page.locator('.hint-shown').waitFor({ state: 'detached' });
        await phone.close();
      },
      patience,
    );

    it(
      'shows the way to the settings where the microphone is refused, after the face went its way',
      async () => {
        const mute = world.owner(await world.person('p07'));
        mute.fails.add('microphone');
        const phone = await world.open(mute);
        await fillIn(phone, await world.person('p07'));
        await on(phone.page, 'start-face').click();
        await phone.page.locator('.problem-microphone-refused:visible').waitFor({ timeout: 60_000 });
        await on(phone.page, 'open-settings').click();
        await expect.poll(() => mute.settingsOpened).toBe(1);
        await phone.close();
      },
      patience,
    );

    it(
      'applies: face and voice are enrolled by what the screen asks for',
      async () => {
        const end = await applyFor(host, await world.person('p01'), '20351231');
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
        const tries = end.hints.length + 1;
        expect(owner.followed).toHaveLength(2 * tries);
      },
      patience,
    );

    it(
      'asks by a tap whether the platform may send a message before the credential ends; a no is no harm, and a yes is taken back by a tap',
      async () => {
        await goTo(host, '/pages/manage/index');
        await on(host.page, 'reminders-want').click();
        await host.page.getByText('您没有允许发消息').waitFor();
        owner.allowsMessages = true;
        await on(host.page, 'reminders-want').click();
        await on(host.page, 'reminders-end').click();
        await on(host.page, 'reminders-want').waitFor();
      },
      patience,
    );

    it(
      'is verified at a hotel: the counter hears pass',
      async () => {
        const sessionId = await beAsked(world, host, owner);
        const heard = world.counter.awaitEnd(sessionId, patience);
        const end = await agreeAndCapture(world, host, sessionId, await world.person('p01'));
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'passed' });
        expect((await heard).view.state).toBe('passed');
      },
      patience,
    );

    it.skipIf(target === 'alipay')(
      'is raised at an acceptance point, by a card and an officer, and its card is the coloured one at once',
      async () => {
        const officer = await appointOfficer(world.running, await world.person('p02'));
        const session = await officer.open();
        await goTo(host, '/pages/scan/index');
        owner.scanned = officer.code(session);
        await on(host.page, 'scan').click();
        for (const id of ['agree', 'without-voice', 'start-face']) await on(host.page, id).click();
        const { sessionId } = session;
        await officer.until(sessionId, ({ awaited }) => awaited?.includes('card') === true);
        await officer.bringCard(sessionId, sandboxCard('p01'));
        await officer.until(sessionId, ({ awaited }) => awaited?.join() === 'officer-decision');
        await officer.decide(sessionId, genuine);
        await host.page.locator('.result-passed:visible').waitFor({ timeout: patience });
        await host.page.locator('.credential-strict:visible').waitFor();
        await goTo(host, '/pages/home/index');
        await host.page.locator('.credential-strict.credential-from-bff:visible').waitFor();
      },
      patience,
    );

    it(
      'fails where another citizen stands before the camera',
      async () => {
        const person = await world.person('p01');
        const { roll } = seenOf(await world.person('p04'));
        owner.seen = { ...owner.seen, roll };
        const sessionId = await beAsked(world, host, owner);
        const heard = world.counter.awaitEnd(sessionId, patience);
        const end = await agreeAndCapture(world, host, sessionId, person);
        expect(end, JSON.stringify(end)).toMatchObject({ state: 'failed' });
        expect((await heard).view.state).toBe('failed');
      },
      patience,
    );

    it.skipIf(target === 'alipay')(
      'is bound by the secure key of the phone: asked again where the finger turned away, and no phone without one follows within a day',
      async () => {
        const person = await world.person('p08');
        const wary = world.owner(person);
        wary.secureKey = { cpuId: 'cpu-of-the-run', finger: 'turns-away' };
        const phone = await world.open(wary);
        await scriptAuthority(world.running, { name: 'stub-decision', outcome: 'pass', times: 1 });
        expect(await applyFor(phone, person)).toMatchObject({ state: 'passed' });
        await goTo(phone, '/pages/manage/index');
        await on(phone.page, 'secure-key-confirm').click();
        await phone.page.getByText('还没有确认').waitFor();
        wary.secureKey = { cpuId: 'cpu-of-the-run', finger: 'lays-on' };
        await on(phone.page, 'secure-key-confirm').click();
        await on(phone.page, 'secure-key-done').waitFor();
        await goTo(phone, '/pages/home/index');
        await goTo(phone, '/pages/manage/index');
        await on(phone.page, 'freeze').waitFor();
        expect(await on(phone.page, 'secure-key-confirm').count()).toBe(0);

        const bare = await world.open(world.owner(person), { absentApis: ['startSoterAuthentication'] });
        await goTo(bare, '/pages/move/index');
        await bare.page.getByText('现在还不能迁').waitFor();
        expect([...phone.faults, ...bare.faults]).toEqual([]);
        await Promise.all([phone.close(), bare.close()]);
      },
      patience,
    );

    it('had no fault on the way', () => {
      expect(host.faults).toEqual([]);
    });
  });
}
