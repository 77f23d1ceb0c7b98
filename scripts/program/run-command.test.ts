import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { describe, expect, it } from 'vitest';
import { sentenceOf } from './sentence-of.ts';

const scripts = join(import.meta.dirname, '..');
const run = (file: string, args: readonly string[] = [], env: Record<string, string> = {}) =>
  execa(process.execPath, [join(scripts, file), ...args], { reject: false, env, stdin: 'ignore' });

/** A port of this machine at which somebody listens, until `use` has ended. */
async function withPort<T>(use: (port: number) => Promise<T>): Promise<T> {
  const server = createServer((_, response) => void response.writeHead(404).end('nothing'));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return await use(address.port).finally(() => {
    server.closeAllConnections();
    server.close();
  });
}
/**
 * A port at which nobody listens, nor can until `use` has ended: a line to somebody goes out from it. One that was only given back would be
 * the next program's on a machine that has much to do.
 */
async function withSilentPort<T>(use: (port: number) => Promise<T>): Promise<T> {
  return await withPort(async (taken) => {
    const line = connect(taken, '127.0.0.1');
    await once(line, 'connect');
    if (line.localPort === undefined) throw new Error('no port');
    return await use(line.localPort).finally(() => line.destroy());
  });
}
/** Who has one at hand: whatever lies in the folder of a sandbox here is of no account. */
const operator = { OPERATOR_TOKEN: `lzo_${'A'.repeat(43)}` };

describe('each command that a person calls', () => {
  it.each([
    'rp/main.ts',
    'operator/main.ts',
    'keys/main.ts',
    'officer/main.ts',
    'backup/main.ts',
    'audit/main.ts',
    'start/main.ts',
    'demo/main.ts',
    'build/main.ts',
    'build/write-tokens.ts',
    'checks/field/main.ts',
    'checks/suites/main.ts',
    'checks/bench/main.ts',
    'checks/size/main.ts',
    'checks/screenshots/main.ts',
    'checks/sdk-types/main.ts',
    'authority/trials/measure-face.ts',
    'authority/trials/measure-voice.ts',
    'stand-ins/hotel/main.ts',
    'stand-ins/phone/main.ts',
    'stand-ins/terminal/main.ts',
    'stand-ins/counter/print-token.ts',
    'stand-ins/webhook-receiver/main.ts',
    'stand-ins/embedding-page/main.ts',
  ])('%s says what it takes, and names an option that there is not', async (file) => {
    const [help, wrong] = await Promise.all([
      run(file, ['--help']),
      run(file, ['--nonsense'], { npm_lifecycle_event: 'it' }),
    ]);
    expect(help).toMatchObject({ exitCode: 0, stderr: '' });
    expect(help.stdout).toContain(`npm ${file.startsWith('start') ? 'start' : 'run'}`);
    expect(wrong).toMatchObject({ exitCode: 2, stdout: '' });
    expect(wrong.stderr).toBe('There is no option --nonsense.\nWhat it takes: npm run it -- --help');
  });

  it.each([
    ['rp/main.ts', ['frobnicate'], 'There is no verb frobnicate. There are: add, '],
    ['rp/main.ts', ['show'], 'show takes ID'],
    ['rp/main.ts', ['add', 'My', 'Hotel'], 'a name of several words stands in quotes'],
    ['operator/main.ts', ['invite'], 'invite takes a name'],
    ['officer/main.ts', ['frobnicate', 'off_a'], 'It is list or points; or, '],
    ['officer/main.ts', ['review'], 'It is list or points; or, with the name or id of whom it is about, '],
    ['officer/main.ts', ['add', 'Officer 1', '--legal-name', 'A', '--id-number', '1'], 'and where: --point'],
    ['officer/main.ts', ['revoke', 'acp_a', '--passkey', 'a'], 'A point has no passkey: '],
    [
      'keys/main.ts',
      ['rotate', 'nothing', 'folder'],
      'There is no key nothing to rotate. There are: result, ',
    ],
    ['audit/main.ts', ['file', 'heads', 'more'], 'Too much: more.'],
    ['build/main.ts', ['windows'], 'There is no target windows. There are: weapp, alipay, h5, pages'],
    ['checks/suites/main.ts', ['all'], 'Too much: all.'],
    ['backup/main.ts', ['restore', 'copy'], 'It is one of FOLDER, check COPY, restore COPY DATABASE.'],
    ['stand-ins/phone/main.ts', ['p99', '{}'], 'There is no citizen p99. There are: c01, c02, p01, '],
    ['stand-ins/phone/main.ts', ['p01', '--outcome', 'none'], 'There is no outcome none. There are: pass, '],
    ['stand-ins/terminal/main.ts', ['1234', 'c02'], 'A family code has eight digits.'],
    [
      'stand-ins/terminal/main.ts',
      ['12345678', 'p99'],
      'There is no citizen p99. There are: c01, c02, p01, ',
    ],
    ['stand-ins/hotel/main.ts', ['--key', 'a.json', 'b.json'], '--key takes one file, and 2 stand there.'],
    ['stand-ins/webhook-receiver/main.ts', ['--port', 'x'], '--port is a number'],
    ['stand-ins/webhook-receiver/main.ts', ['--secret', 'whsec_...'], '--secret begins with whsec_'],
  ])('%s %o: is told what was wrong', async (file, args, sentence) => {
    const { exitCode, stderr } = await run(file, args);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(sentence);
    expect(stderr.split('\n')).toHaveLength(2);
  });

  it('ends in silence where nobody reads on', async () => {
    const command = run('rp/main.ts', ['--help']);
    command.stdout.destroy();
    await expect(command).resolves.toMatchObject({ exitCode: 0, stderr: '' });
  });

  it('says in one sentence that nobody answers, and where', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lz-commands-'));
    const key = join(folder, 'desk.jwk.json');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(key, JSON.stringify(privateKey.export({ format: 'jwk' })));
    await withSilentPort(async (port) => {
      const bff = `http://127.0.0.1:${port}`;
      for (const [file, args, env] of [
        ['rp/main.ts', ['list', '--bff', bff], operator],
        ['operator/main.ts', ['list', '--bff', bff], operator],
        ['operator/main.ts', ['token', '--bff', bff]],
        ['stand-ins/hotel/main.ts', ['--issuer', bff, '--key', key]],
      ] as const) {
        const { exitCode, stdout, stderr } = await run(file, args, env);
        expect(stderr).toMatch(
          new RegExp(`^Nobody answers at 127\\.0\\.0\\.1:${port}\\. Start the service there`),
        );
        expect(stderr).not.toContain('\n');
        expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
      }
    }).finally(() => rmSync(folder, { recursive: true }));
  });

  it('says that somebody else answers', async () => {
    await withPort(async (port) => {
      const bff = `http://127.0.0.1:${port}`;
      const { stderr, exitCode } = await run('rp/main.ts', ['list', '--bff', bff], operator);
      expect(stderr).toMatch(/answered something else than was asked for \(404\): is that the BFF\?$/);
      expect(exitCode).toBe(1);
    });
  });

  it('says that a port is taken', async () => {
    await withPort(async (port) => {
      const { stderr, exitCode } = await run('stand-ins/webhook-receiver/main.ts', ['--port', String(port)]);
      expect(stderr).toBe(`Port ${port} is taken: end what listens there, or choose another port.`);
      expect(exitCode).toBe(1);
    });
  });
});

describe('a fault in a sentence', () => {
  it('is that of the system, wherever it is wrapped', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED', address: '::1', port: 80 });
    const both = Object.assign(new AggregateError([refused]), { code: 'ECONNREFUSED' });
    const wrapped = new Error('told', { cause: new TypeError('fetch failed', { cause: both }) });
    expect(sentenceOf(wrapped)).toMatch(/^Nobody answers at ::1:80\./);
    const lost = Object.assign(new Error('open'), { code: 'ENOENT', path: '/a/b' });
    expect(sentenceOf(lost)).toBe('There is no file /a/b.');
  });

  it('is its own message otherwise, and never empty', () => {
    expect(sentenceOf(new Error('There are no keys.'))).toBe('There are no keys.');
    expect(sentenceOf(new TypeError('fetch failed', { cause: new Error('bad port') }))).toContain('bad port');
    for (const nothing of [undefined, 'text', new Error('')])
      expect(sentenceOf(nothing)).toBe('That did not work.');
  });
});
