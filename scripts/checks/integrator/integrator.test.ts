import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Value } from 'typebox/value';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { onlineDesk } from '../../rp/desk.ts';
import { findVerb } from '../../rp/find-verb.ts';
import { options } from '../../rp/options.ts';
import { freePorts } from '../../sandbox/free-ports.ts';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { connectCounter } from '../../stand-ins/counter/connect-counter.ts';
import { showCode } from '../../stand-ins/counter/show-code.ts';
import { outcomes } from '../../stand-ins/phone/outcomes/outcomes.ts';
import { playOutcome } from '../../stand-ins/phone/outcomes/play-outcome.ts';
import { pickUpNewPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { anySamples, hastyClock } from '../../stand-ins/phone/stand-in-platform.ts';
import { scratchProject } from './scratch-project.fixture.ts';

const people = join(import.meta.dirname, '..', '..', 'people');
const data = mkdtempSync(join(tmpdir(), 'lz-integrator-'));
const rpId = 'rp_other-hotel';
const counterId = 'cnt_other-hotel-1';
let sandbox: RunningSandbox;
let project: ReturnType<typeof scratchProject>;

beforeAll(async () => {
  sandbox = await startSandbox({ data, people, engines: false });
  project = scratchProject();
});
afterAll(async () => {
  await sandbox?.stop();
  project?.remove();
  rmSync(data, { recursive: true });
});

/** `npm run rp -- ...`, as the operator of the running sandbox; answers what it prints. */
async function rp(...args: string[]): Promise<string> {
  const printed = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    const { bffUrl, operatorToken } = sandbox;
    const { registrarToken } = sandbox.sandbox.authority;
    const desk = onlineDesk({ bffUrl, token: operatorToken, registrarToken });
    const { positionals, values } = parseArgs({ args, allowPositionals: true, options });
    const [verb = '', ...about] = positionals;
    await findVerb(verb, about)(desk, values);
    return printed.mock.calls.map((line) => line.join(' ')).join('\n');
  } finally {
    printed.mockRestore();
  }
}

async function makeKey(file: string, kid: string): Promise<string> {
  expect(await project.run('make-key.mjs', project.file(file), kid).exit()).toMatchObject({ exitCode: 0 });
  return project.file(file);
}

const hookIn = (printed: string) => /hook_[A-Za-z0-9_-]+/.exec(printed)?.[0] ?? '';

describe('somebody who has npm and these pages only', () => {
  let key: string;

  it('is registered with a key of their own, and a webhook', async () => {
    key = await makeKey('desk.jwk.json', 'first');
    await rp('add', 'Other Hotel', '--id', rpId);
    const printed = await rp(
      'add-counter',
      rpId,
      'Desk 1',
      '--id',
      counterId,
      '--key',
      key,
      '--place',
      '2 Quay',
    );
    expect(printed).toContain(`client id   ${counterId}`);
  });

  it('finds nothing of a relying party of which anything did not fit, and is told the way out', async () => {
    const add = (...more: string[]) => rp('add', 'Half Hotel', '--counter', 'Desk 1', ...more);
    await expect(add('--key', `${key}.none`)).rejects.toThrow('no such file');
    await expect(add('--key', import.meta.filename)).rejects.toThrow('is no JWK');
    await expect(add('--origin', 'https://desk.example/page')).rejects.toThrow('without a path');
    await expect(add('--place', ' ')).rejects.toThrow('--place has 1 to 60 characters');
    await expect(add('--counter', ' ')).rejects.toThrow('a name has 1 to 60 characters');
    await expect(add('--counter', 'Desk 2', '--key', key)).rejects.toThrow('the key of one counter');
    await expect(add('--id', 'half')).rejects.toThrow('rp_ and 2 to 40');
    expect(await rp('list')).not.toContain('Half Hotel');
    await expect(rp('add', 'Other Hotel', '--id', rpId)).rejects.toThrow(`npm run rp -- show ${rpId}.`);
    const other = await makeKey('other.jwk.json', 'other');
    const taken = rp('add-counter', rpId, 'Desk 2', '--id', counterId, '--key', other);
    await expect(taken).rejects.toThrow(
      `There is, or was, a counter ${counterId}: npm run rp -- show ${counterId}.`,
    );
  });

  it('is told in the words of the answer why a call was refused', async () => {
    await expect(rp('quota', rpId, '--sessions', '99999999999/5ms')).rejects.toThrow(
      '(body/quotas/sessions/atOnce)',
    );
  });

  it('finds the service, opens a check, follows it by two clients, and proves its end in every way', async () => {
    const [port = 0] = await freePorts('127.0.0.1', 1);
    const added = await rp('webhook', 'add', rpId, `http://127.0.0.1:${port}/`, '--event', 'session.ended');
    const secret = /whsec_\S+/.exec(added)?.[0] ?? '';
    const check = project.run('check.mjs', sandbox.bffUrl, rpId, counterId, key, secret, String(port));
    const { session } = await check.next();
    if (!Value.Check(OpenSessionAnswer, session)) throw new Error('no session');
    await scanAndPass(session);
    expect(await check.next()).toEqual({
      sessionId: session.sessionId,
      states: ['passed', 'passed'],
      outcomes: ['pass', 'pass'],
      about: session.sessionId,
      hook: { state: 'passed', sessionId: session.sessionId, same: session.sessionId },
    });
    expect(await check.exit()).toEqual({ exitCode: 0, stderr: '' });

    const hook = hookIn(added);
    await expect
      .poll(() => rp('webhook', 'deliveries', hook, '--state', 'delivered'))
      .toContain('session.ended');
    const rotated = await rp('webhook', 'rotate', hook, '--signing', 'ed25519');
    expect(rotated).toMatch(/public key: whpk_/);
    expect(await rp('webhook', 'test', hook)).toMatch(/evt_/);
    expect(await rp('webhook', 'pause', hook)).toContain('paused');
    expect(await rp('webhook', 'resume', hook)).toContain('active');
    expect(await rp('webhook', 'replay', hook)).toMatch(/^\d+ are sent again\.$/);
    expect(await rp('webhook', 'revoke', hook)).toContain('revoked');
    expect(await rp('webhook', 'list', rpId)).toContain('revoked');
    await expect(rp('webhook', 'burn', hook)).rejects.toThrow('webhook takes one of add');
  });

  it('replaces the key while tokens are asked for all the time, and none is refused', async () => {
    const asking = project.run('keep-asking.mjs', sandbox.bffUrl, counterId, key);
    for (let count = 0; count < 5; count++) expect(await asking.next()).toEqual({ kid: 'first' });
    const next = await makeKey('next.jwk.json', 'second');
    await rp('rotate-key', counterId, '--key', next);
    for (let count = 0; count < 5; count++) expect(await asking.next()).toEqual({ kid: 'first' });
    project.replace('desk.jwk.json', 'next.jwk.json');
    for (let seconds = 0; seconds < 5; ) if ((await asking.next()).kid === 'second') seconds++;
    asking.tell();
    let last = await asking.next();
    while (last.kids === undefined) last = await asking.next();
    expect(last).toMatchObject({ kids: ['first', 'second'], failures: [] });
  });

  it('is refused once revoked: tokens, calls and streams', async () => {
    const desk = project.run('until-revoked.mjs', sandbox.bffUrl, counterId, key);
    expect(await desk.next()).toEqual({ ready: true });
    await rp('revoke', counterId, '--reason', 'closed');
    desk.tell();
    const said = await desk.next();
    expect(said).toMatchObject({
      ...{ status: 401, code: 'token-invalid', refused: 401 },
      ended: { eventsource: 'revoked', 'fetch-event-source': 'revoked' },
    });
    // From the moment that the operator was told so. It takes some milliseconds.
    expect(said.milliseconds).toBeLessThan(1_000);
    desk.kill();
  });
});

/** A guest with a phone: the test holder who passes. */
async function scanAndPass(session: OpenSessionAnswer): Promise<void> {
  const phone = await pickUpNewPhone(sandbox, 'guest', {
    samples: anySamples,
    prepare(platform) {
      platform.clock = hastyClock(() => Date.now());
    },
  });
  const code = async () => showCode(session, 0, Date.now());
  // Its clerk has nothing to do: a code that is scanned at once asks for no word.
  const counter = await connectCounter(sandbox, 'cnt_sandbox-hotel-1');
  await playOutcome(
    { phone, counter, sessionId: session.sessionId, code, say: () => undefined },
    outcomes.pass,
  );
}
