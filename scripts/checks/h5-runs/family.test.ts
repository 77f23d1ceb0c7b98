import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type Page, chromium as playwright } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { StorageKey } from '../../../miniprogram/src/platform/platform.ts';
import { textsForFamily } from '../../../shared/consent/texts-for-family.ts';
import * as limits from '../../../shared/limits.ts';
import type { RaiseDecision } from '../../../shared/raise/decision.ts';
import { slipAddress } from '../../../shared/receipt/slip-address.ts';
import type { Kin } from '../../../shared/sample/kin.ts';
import type { FaceFrame } from '../../../shared/sample/samples.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import type { StandInOfficer } from '../../stand-ins/officer/officer.ts';
import { appointOfficer, sandboxCard } from '../../stand-ins/officer/play-raise.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol } from '../../stand-ins/phone/play-journey.ts';
import { identityOf, readPerson } from '../../stand-ins/phone/read-people.ts';
import { anySamples, storageInMemory } from '../../stand-ins/phone/stand-in-platform.ts';
import { sandboxTerminal } from '../../stand-ins/terminal/sandbox-terminal.ts';
import type { StandInTerminal } from '../../stand-ins/terminal/terminal.ts';
import { chromiumFlags, fakeDevices } from '../chromium.ts';
import { scan, startCheck } from '../counter-runs/desk.fixture.ts';
import { prepareRun } from '../miniprogram-host/prepare-run.ts';
import { axeFindings } from '../screenshots/inspect/axe-findings.ts';
import { endOn } from './ceremonies.fixture.ts';

const chromium = inject('chromium');
const people = join(import.meta.dirname, '..', '..', 'people');
const devices = join(import.meta.dirname, 'fake-devices');
/** Milliseconds for a whole test, and for one step on a machine that does other things too. */
const patience = 180_000;
const stepPatience = 60_000;
const passed = { state: 'passed' };
const yes: RaiseDecision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false };
const someFace = (): FaceFrame[] => [{ atMs: 0, prompt: null, jpeg: new Uint8Array(10_000).fill(5) }];

/** A guardian's phone and a counter, each in a browser; the officer and the terminal have no screen. The authority decides as it is told. */
describe.skipIf(chromium === '')('a guardian, a child and a counter in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lz-family-'));
  let running: RunningSandbox;
  let browser: Browser;
  let phone: Page;
  let officer: StandInOfficer;
  let terminal: StandInTerminal;
  const faults: string[] = [];

  beforeAll(async () => {
    if (chromium === '') return;
    const { output, pristine } = await prepareRun('h5');
    const data = join(folder, 'data');
    cpSync(pristine.folder, data, { recursive: true });
    running = await startSandbox({
      ...{ data, people, engines: false, logLevel: 'error' },
      bffEnv: { LZ_H5: output },
    });
    const [film, sound] = [join(devices, 'p01-camera.mjpeg'), join(devices, 'p01-bank.wav')];
    browser = await playwright.launch({
      executablePath: chromium,
      args: [...chromiumFlags, ...fakeDevices(film, sound)],
    });
    phone = await guardianPhone();
    officer = await appointOfficer(running, await readPerson(people, 'p03'));
    terminal = await sandboxTerminal(running, 'cnt_sandbox-hotel-2');
  }, patience);
  afterAll(async () => {
    await browser?.close();
    await running?.stop();
    rmSync(folder, { recursive: true, force: true });
    expect(faults).toEqual([]);
  });

  async function open(options: Parameters<Browser['newContext']>[0]): Promise<Page> {
    const context = await browser.newContext({ baseURL: running.bffUrl, locale: 'zh-CN', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(stepPatience);
    page.on('pageerror', (fault) => faults.push(String(fault)));
    return page;
  }

  /** The browser of a citizen who has a credential. */
  async function guardianPhone(): Promise<Page> {
    const kept = new Map<StorageKey, string>();
    const given = { storage: storageInMemory(kept), samples: anySamples };
    const { holder } = await pickUpPhone(running, 'guardian', given);
    await decides('pass');
    await enrol(holder, { identity: identityOf(await readPerson(people, 'p01')) });
    const origin = running.bffUrl;
    const localStorage = [...kept].map(([key, value]) => ({ name: `liangzheng.${key}`, value }));
    return open({
      viewport: { width: 375, height: 812 },
      permissions: ['camera', 'microphone'],
      storageState: { cookies: [], origins: [{ origin, localStorage }] },
    });
  }

  /** The browser of a counter that shows its code. */
  async function openCounter(): Promise<Page> {
    const counter = await open({ viewport: { width: 1024, height: 768 } });
    await startCheck(counter);
    return counter;
  }

  /** Of the next face. */
  const decides = (outcome: 'pass' | 'fail') =>
    scriptAuthority(running, { name: 'stub-decision', outcome, times: 1 });
  const tap = (selector: string) => phone.locator(`${selector}:visible`).first().click();
  const shown = (selector: string) => phone.locator(`${selector}:visible`).first();

  /** Opens the address of a ward's copy in a browser that has never been here; what goes to the server says nothing of what stands behind the `#`. */
  async function readSlip(address: string, counter = ''): Promise<void> {
    const page = await open({});
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url(), JSON.stringify(request.headers())));
    await page.goto(address);
    await page.locator('#slip').waitFor();
    const read = await page.locator('#slip').innerText();
    for (const said of ['通过', '本人核验', '酒店入住', '认证方已确认', counter])
      expect(read).toContain(said);
    expect(read).not.toMatch(/孩子|监护/);
    const [, place = '', key = ''] = /#(.+)\.(.+)$/.exec(address) ?? [];
    expect(place).not.toBe('');
    expect(sent.filter((text) => text.includes(place) || text.includes(key))).toEqual([]);
    expect(sent.filter((text) => /authorization|dpop/i.test(text))).toEqual([]);
    expect(await page.evaluate(() => localStorage.getItem('liangzheng.device-key'))).toBeNull();
    expect(await axeFindings(page)).toEqual([]);
    await page.reload();
    await page.locator('#slip').waitFor();
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('#print-slip').isVisible()).toBe(false);
    expect(await page.locator('#slip').isVisible()).toBe(true);
    await page.context().close();
  }

  /** The clerk types what the guardian says. */
  async function typeWord(counter: Page, word: string): Promise<void> {
    await counter.locator('#word').fill(word);
    await counter.locator('#word-form button[type=submit]').click();
  }

  async function kin(): Promise<Kin> {
    const { name, idNumber } = await readPerson(people, 'c02');
    return {
      ward: { name, idNumber, validFrom: '2020-01-01', validUntil: 'long-term', chip: null },
      ...{ document: 'birth', documentNumber: 'B12345678', relation: 'child', scenes: ['hotel'] },
      consents: false,
    };
  }

  it(
    'the guardian scans the officer’s code and looks, the officer brings card and papers, and the phone says that it is bound',
    async () => {
      const session = await officer.openFamily();
      await phone.goto(officer.code(session));
      await decides('pass');
      await tap('#agree');
      await tap('#without-voice');
      await tap('#start-face');
      const { sessionId } = session;
      await officer.until(sessionId, ({ awaited }) => awaited?.includes('kin') === true);
      await officer.bringCard(sessionId, sandboxCard('p01'));
      await officer.bringKin(sessionId, await kin());
      await officer.until(sessionId, ({ awaited }) => awaited?.join() === 'officer-decision');
      await officer.decide(sessionId, yes);
      // A scan that came late, on a busy machine, has its word typed.
      expect(await endOn(phone, (word) => officer.typeWord(sessionId, word))).toMatchObject(passed);
      await tap('#family');
      await shown('.family-ward').waitFor();
      expect(await shown('.family-ward').innerText()).toMatch(/孩子[\s\S]*可以使用[\s\S]*酒店入住/);
    },
    patience,
  );

  it(
    'the child passes at the counter on the phone of the guardian who is there, and the counter does not learn for whom',
    async () => {
      const counter = await openCounter();
      await phone.goto(await scan(counter));
      await tap('#for-family');
      await tap('[id^=for-del_]');
      const { title, words } = textsForFamily.ward.phone;
      expect(await shown('.question').innerText()).toBe(title.zh);
      expect(await phone.locator('body').innerText()).toContain(words.zh);
      await decides('pass');
      await tap('#agree-face');
      await tap('#hand-over');
      expect(await shown('#prompt').innerText()).toContain('孩子');
      await tap('#start-face');
      expect(await endOn(phone, (word) => typeWord(counter, word))).toMatchObject(passed);
      expect(await shown('#for-whom').innerText()).toBe('为孩子办理');
      await counter.locator('body[data-state=passed]').waitFor();
      expect(await counter.locator('body').innerText()).not.toMatch(/家人|孩子|监护/);
    },
    patience,
  );

  it(
    'the guardian shows a code, by which anybody’s browser opens the child’s copy without signing in, until the guardian lets go of it',
    async () => {
      await tap('#family-copy');
      await shown('#copy-code').waitFor();
      expect(await phone.locator('body').innerText()).toContain('谁拍下这个码，谁就能看这一份回执');
      const address = (await shown('#copy-code').getAttribute('data-code')) ?? '';
      await readSlip(address);
      // The page of the question lies below all this: nothing that it looks for opens a page over this one.
      await phone.waitForTimeout(limits.phoneLooksEvery + 1_000);
      await tap('#copy-given');
      await shown('#copy-back').waitFor();
      expect(await phone.locator('#copy-code').count()).toBe(0);
      await phone.goto('/pages/records/index');
      await shown('.record-confirmed').waitFor();
      expect(await phone.locator('[id^=family-copy]').count()).toBe(0);
      // What was saved opens all the same.
      await readSlip(address);
    },
    patience,
  );

  it(
    'of an address that was cut short, of another key, and without a network the page says what to do',
    async () => {
      const page = await open({});
      const place = 'A'.repeat(22);
      await page.goto(`/pages/slip/index#${place}`);
      await page.locator('.notice', { hasText: '地址不完整' }).waitFor();
      await page.goto(`/pages/slip/index#${place}.${'B'.repeat(42)}A`);
      await page.locator('.notice', { hasText: '这里没有回执' }).waitFor();
      expect(await axeFindings(page)).toEqual([]);
      await page.route('**/holder/v1/receipts/read', (route) => route.abort());
      await page.locator('#slip-retry').click();
      await page.locator('.notice', { hasText: '现在连不上' }).waitFor({ timeout: patience });
      await page.unroute('**/holder/v1/receipts/read');
      await page.locator('#slip-retry').click();
      await page.locator('.notice', { hasText: '这里没有回执' }).waitFor();
    },
    patience,
  );

  it(
    'a guardian elsewhere gives a code and agrees on the phone, and the terminal takes the face',
    async () => {
      await phone.goto('/pages/family/index');
      await tap('[id^=more-del_]');
      await tap('#give-code');
      const code = (await shown('#family-code').innerText()).replace(/\D/g, '');
      const { sessionId, slip } = await terminal.openWard('hotel', 'check-in', code);
      await shown('#ward-asked').waitFor();
      expect(await shown('#ward-asked').innerText()).toContain('前台二');
      expect(await phone.locator('#family-code').count()).toBe(0);
      const { title, words } = textsForFamily['ward-afar'].phone;
      const asked = await shown('.family-request').innerText();
      for (const read of [title.zh, words.zh]) expect(asked).toContain(read);
      await decides('pass');
      await tap('#agree-ward');
      await terminal.takeFace(sessionId, someFace);
      await shown('.notice-good').waitFor();
      expect(await shown('.notice-good').innerText()).toContain('家人已通过核验');
      await readSlip(slipAddress(running.bffUrl, slip), '前台二');
    },
    patience,
  );

  it(
    'what was read about the child is what the phone shows as agreed to, apart from the guardian’s own face',
    async () => {
      await phone.goto('/pages/consents/index');
      await shown('#consent-wards').waitFor();
      const rows = phone.locator('#consent-wards .agreement:visible');
      expect(await rows.count()).toBe(2);
      for (const row of await rows.all()) await row.getByText('看当时的说明').click();
      const told = await shown('#consent-wards').innerText();
      for (const { phone: read } of [textsForFamily.ward, textsForFamily['ward-afar']])
        expect(told).toContain(`${read.title.zh} ${read.words.zh}`);
      expect(await shown('#consent-face').innerText()).not.toContain('家人');
    },
    patience,
  );

  it(
    'who is ended is nobody’s at once: the next counter can have the check for the guardian alone',
    async () => {
      await phone.goto('/pages/family/index');
      await tap('[id^=more-del_]');
      await tap('#end');
      await tap('#end-yes');
      await shown('.notice-good').waitFor();
      expect(await shown('.family-ward').innerText()).toContain('已结束');
      await phone.goto(await scan(await openCounter()));
      await shown('#agree').waitFor();
      expect(await phone.locator('#for-family').count()).toBe(0);
    },
    patience,
  );
});
