import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { findErasure } from '../../operator/find-erasure.ts';
import { listByCommand } from '../../operator/list.ts';
import { pairByCommand } from '../../operator/pair.ts';
import { type ConsoleWorld, keyboardOf, openConsoleWorld } from './console.fixture.ts';

const chromium = inject('chromium');
const patience = 300_000;

describe.skipIf(chromium === '')('the command is paired', () => {
  let world: ConsoleWorld;
  let folder: string;
  beforeAll(async () => {
    if (chromium === '') return;
    world = await openConsoleWorld(chromium);
    folder = mkdtempSync(join(tmpdir(), 'lz-pair-'));
  }, patience);
  afterAll(async () => {
    await world?.close();
    if (folder !== undefined) rmSync(folder, { recursive: true });
  });

  it(
    'by an operator who compares the code and approves it by passkey',
    async () => {
      const { page } = await world.openDevice();
      const keyboard = keyboardOf(page);
      await page.goto(await world.invite('First'));
      await keyboard.type('passkey-name', 'Laptop');
      await keyboard.press('enrol-send');
      await keyboard.on('概况');

      const place = { data: folder, bffUrl: world.running.bffUrl };
      const printed: string[] = [];
      const pairing = pairByCommand(place, (line) => printed.push(line));
      await expect.poll(() => printed.length).toBeGreaterThan(1);
      const [address = ''] = /http:\S+/.exec(printed.join('\n')) ?? [];
      await page.goto(address);
      await keyboard.on('命令行配对');
      expect(printed.join('\n')).toContain(await page.locator('.pair-code').textContent());
      await keyboard.press('approve');
      await page.locator('#paired').waitFor();
      await pairing;
      expect(printed.join('\n')).not.toContain('lzo_');
      expect(statSync(join(folder, 'operator-token.json')).mode & 0o777).toBe(0o600);

      const listed: string[] = [];
      await listByCommand(place, (line) => listed.push(line));
      expect(listed.join('\n')).toMatch(/opr_\S+ {2}First {2}1 passkeys/);
      await expect(findErasure(place, `ers_${'A'.repeat(22)}`, console.log)).rejects.toMatchObject({
        code: 'not-found',
      });
    },
    patience,
  );
});
