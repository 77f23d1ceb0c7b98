import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Webhook } from 'standardwebhooks';
import { afterEach, expect, it } from 'vitest';
import { freePorts } from '../../sandbox/free-ports.ts';

const root = join(import.meta.dirname, '..', '..', '..');
let child: ChildProcess | undefined;
afterEach(() => void child?.kill('SIGKILL'));

it('the receiver in README, copied and pasted, takes what is signed, once, and nothing else', async () => {
  const readme = readFileSync(join(root, 'README.md'), 'utf8');
  const [, example = ''] = /### Webhooks[\s\S]*?```js\n([\s\S]*?)```/.exec(readme) ?? [];
  const [port = 0] = await freePorts('127.0.0.1', 1);
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const code = example.replace('9000', String(port));
  const running = spawn(process.execPath, ['--input-type=module', '-e', code], {
    ...{ cwd: root, env: { WEBHOOK_SECRET: secret }, stdio: ['ignore', 'pipe', 'inherit'] },
  });
  child = running;
  let printed = '';
  running.stdout?.on('data', (text: Buffer) => {
    printed += text.toString();
  });

  const event = { type: 'session.ended', data: { sessionId: 'ses_1', state: 'passed', result: 'a.b.c' } };
  const post = (body: string, signedBy = secret, id = 'evt_1') => {
    const at = new Date();
    return fetch(`http://127.0.0.1:${port}/`, {
      method: 'POST',
      headers: {
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(at.getTime() / 1000)),
        'webhook-signature': new Webhook(signedBy).sign(id, at, body),
      },
      body,
    }).then(({ status }) => status);
  };
  const other = `whsec_${randomBytes(32).toString('base64')}`;
  await expect.poll(() => post('{}', other).catch(() => 0), { timeout: 60_000 }).toBe(401);
  expect([await post(JSON.stringify(event)), await post(JSON.stringify(event))]).toEqual([204, 204]);
  expect(await post('{"type":"something.else"}', secret, 'evt_2')).toBe(204);
  await expect.poll(() => printed).toBe('ses_1 passed a.b.c\n');
});
