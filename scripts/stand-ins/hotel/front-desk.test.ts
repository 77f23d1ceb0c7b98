import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { connectCounter } from '../counter/connect-counter.ts';
import { outcomes, type Played } from '../phone/outcomes/outcomes.ts';
import { playOutcome } from '../phone/outcomes/play-outcome.ts';
import { pickUpNewPhone } from '../phone/pick-up-phone.ts';
import { anySamples, hastyClock } from '../phone/stand-in-platform.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const data = mkdtempSync(join(tmpdir(), 'lz-hotel-'));
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ data, people, engines: false });
});
afterAll(async () => {
  await sandbox?.stop();
  rmSync(data, { recursive: true });
});

/** A clerk runs the program, a guest scans what it shows, and the clerk types what the guest says. */
async function atTheDesk(played: Played): Promise<string> {
  const main = join(import.meta.dirname, 'main.ts');
  const key = join(data, 'keys', 'cnt_sandbox-hotel-1.jwk.json');
  const desk = execa(process.execPath, [main, '--issuer', sandbox.bffUrl, '--key', key], {
    stdin: 'pipe',
    reject: false,
  });
  let shown = '';
  desk.stdout.on('data', (text: Buffer) => {
    shown += text.toString();
  });
  await expect.poll(() => shown, { timeout: 60_000 }).toMatch(/\/q\/1\.\S+\n/);
  const counter = await connectCounter(sandbox, 'cnt_sandbox-hotel-1');
  const typed: typeof counter = {
    ...counter,
    async typeWord(sessionId, word) {
      await expect.poll(() => shown).toContain('three digits');
      desk.stdin.write(`${word}\n`);
      await expect
        .poll(async () => (await counter.read(sessionId)).word, { timeout: 60_000 })
        .not.toBe('awaited');
      return counter.read(sessionId);
    },
  };
  const { sessions } = await (
    await fetch(`${sandbox.bffUrl}/counter/v1/sessions`, {
      headers: { authorization: `Bearer ${await counter.token()}` },
    })
  ).json();
  const sessionId = String(sessions.at(-1).sessionId);
  const phone = await pickUpNewPhone(sandbox, `guest-${played.holder}`, {
    samples: anySamples,
    prepare(platform) {
      platform.clock = hastyClock(() => Date.now());
    },
  });
  const code = async () => [...shown.matchAll(/^(http\S+\/q\/1\.\S+)$/gm)].at(-1)?.[1] ?? '';
  await playOutcome({ phone, counter: typed, sessionId, code, say: () => undefined }, played);
  const { stdout, exitCode, stderr } = await desk;
  expect(exitCode, stderr).toBe(0);
  return stdout;
}

describe('the front desk of a hotel', () => {
  it('shows a code as QR, and hands over the key where the result is proved', async () => {
    const said = await atTheDesk(outcomes.pass);
    expect(said).toMatch(/[▀▄█]{5}/);
    expect(said).toMatch(/: pass, \S+Z, proved\.\nNext: hand over the key\.$/);
  });

  it('asks for the three digits where the code was scanned late, and types them', async () => {
    const said = await atTheDesk(outcomes.late);
    expect(said).toContain('three digits: ');
    expect(said).toMatch(/Next: hand over the key\.$/);
  });

  it('does not check in who failed', async () => {
    expect(await atTheDesk(outcomes.fail)).toMatch(
      /: fail, \S+Z, proved\.\nNext: do not check in on this proof\.$/,
    );
  });

  it('goes on with the ID card where the guest prefers that', async () => {
    expect(await atTheDesk(outcomes.decline)).toMatch(/no decision\. Next: the ID card\.$/);
  });
});
