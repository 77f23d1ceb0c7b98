import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { type CDPSession, chromium, type Page } from 'playwright-core';
import * as limits from '../../../shared/limits.ts';
import { buildPages } from '../../build/build-pages.ts';
import { inviteByCommand } from '../../operator/invite.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { chromiumFlags } from '../chromium.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const people = join(root, 'scripts', 'people');
/** Milliseconds for one step of a page on a busy machine. */
export const stepPatience = 60_000;
/** No page of the console has more places for the focus. */
const places = 150;

/** A sandbox, in which webhooks are given up within seconds, and a browser with a device that makes passkeys. */
export async function openConsoleWorld(executablePath: string) {
  buildPages(root);
  const folder = mkdtempSync(join(tmpdir(), 'lz-console-'));
  const data = join(folder, 'data');
  const bffEnv = { LZ_WEBHOOK_HASTE: '100000' };
  const running = await startSandbox({ data, people, engines: false, logLevel: 'info', bffEnv });
  const browser = await chromium.launch({ executablePath, args: [...chromiumFlags] });
  return {
    running,
    /** The address of the console: a passkey is bound to a name. */
    url: `${running.bffUrl.replace('127.0.0.1', 'localhost')}/console`,
    /** `npm run operator -- invite NAME`, and the link that it prints. */
    async invite(name: string): Promise<string> {
      const lines: string[] = [];
      await inviteByCommand({ data }, name, (line) => lines.push(line));
      const [link] = /https?:\S+/.exec(lines.join('\n')) ?? [];
      if (link === undefined) throw new Error('the command printed no link');
      return link;
    },
    /** A window of its own, with a device of its own. */
    async openDevice(verifies = true) {
      const viewport = { width: 1024, height: 768 };
      const context = await browser.newContext({ viewport, locale: 'zh-CN', acceptDownloads: true });
      const page = await context.newPage();
      page.setDefaultTimeout(stepPatience);
      return { page, device: await addDevice(page, verifies) };
    },
    /** Two days pass for whoever is an operator: who came today agrees to nothing yet. */
    ageOperators(): void {
      const database = new DatabaseSync(join(data, running.sandbox.database), { timeout: stepPatience });
      database.prepare('update operators set since = since - ?').run(2 * limits.proposalLifetime);
      database.close();
    },
    async close() {
      await browser.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

export type ConsoleWorld = Awaited<ReturnType<typeof openConsoleWorld>> & { running: RunningSandbox };

export interface Device {
  verifies(now: boolean): Promise<void>;
  /** Whether somebody touches it when it is asked. */
  isTouched(now: boolean): Promise<void>;
}

/** A virtual authenticator of Chromium (WebAuthn level 3, section 11): part of the device, with a finger that fits or does not. */
export async function addDevice(
  page: Page,
  verifies = true,
  transport: 'internal' | 'usb' = 'internal',
): Promise<Device> {
  const session: CDPSession = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      ...{ protocol: 'ctap2', transport, hasResidentKey: true },
      ...{ hasUserVerification: true, isUserVerified: verifies, automaticPresenceSimulation: true },
    },
  });
  return {
    async verifies(now) {
      await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: now });
    },
    async isTouched(now) {
      await session.send('WebAuthn.setAutomaticPresenceSimulation', { authenticatorId, enabled: now });
    },
  };
}

/** Somebody without a mouse. */
export function keyboardOf(page: Page) {
  const focused = () => page.evaluate(() => document.activeElement?.id ?? '');
  const keyboard = {
    focused,
    /** Moves the focus on until it is there. */
    async to(id: string): Promise<void> {
      await page.locator(`[id="${id}"]`).waitFor({ timeout: stepPatience });
      for (const key of ['Tab', 'Shift+Tab'])
        for (let i = 0; i < places; i++) {
          if ((await focused()) === id) return;
          await page.keyboard.press(key);
        }
      throw new Error(`no way to ${id}`);
    },
    async press(id: string): Promise<void> {
      await keyboard.to(id);
      await page.keyboard.press('Enter');
    },
    async type(id: string, text: string): Promise<void> {
      await keyboard.to(id);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    /** Presses again, as the page says, until it leads to that heading: a device may still be busy with the refusal before. */
    async againUntil(title: string): Promise<void> {
      const heading = page.locator('h1', { hasText: title });
      for (let press = 0; press < 4; press++) {
        await page.keyboard.press('Enter');
        const isThere = await heading.waitFor({ timeout: stepPatience / 4 }).then(
          () => true,
          () => false,
        );
        if (isThere) return;
      }
      throw new Error(`no way to the page ${title}`);
    },
    /** The page with that heading is there, and the focus on it. */
    async on(title: string): Promise<void> {
      await page.locator('h1', { hasText: title }).waitFor({ timeout: stepPatience });
    },
  };
  return keyboard;
}
