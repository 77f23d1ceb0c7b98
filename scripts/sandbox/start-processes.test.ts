import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { execa } from 'execa';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { freePorts } from './free-ports.ts';
import { launchBinary, launchNode } from './launch.ts';
import { startSandbox } from './start-processes.ts';

const people = fileURLToPath(new URL('../people', import.meta.url));
let data: string;
beforeEach(() => {
  data = mkdtempSync(join(tmpdir(), 'lz-processes-'));
});
afterEach(() => rmSync(data, { recursive: true }));

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('the processes of the sandbox', () => {
  it('start, answer, survive a kill -9 at the same address and stop', async () => {
    const running = await startSandbox({ data, people, engines: false, logLevel: 'error' });
    const healthy = async () => (await fetch(`${running.bffUrl}/health/live`)).status;
    expect(await healthy()).toBe(200);
    const headers = { authorization: `Bearer ${running.apiKey}` };
    expect((await fetch(`${running.authorityUrl}/v1/keys`, { headers })).status).toBe(200);
    const killed = running.bff.pid;
    await running.bff.kill('SIGKILL');
    await expect(healthy()).rejects.toThrow();
    await running.bff.restart();
    expect(running.bff.pid).not.toBe(killed);
    expect(await healthy()).toBe(200);
    const pids = [running.bff.pid, running.authority.pid];
    await running.stop();
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('stop when their parent is killed', async () => {
    const script = `
      import { startSandbox } from ${JSON.stringify(new URL('./start-processes.ts', import.meta.url).href)};
      const options = ${JSON.stringify({ data, people, engines: false, logLevel: 'error' })};
      const { bff, authority } = await startSandbox(options);
      console.log(JSON.stringify([bff.pid, authority.pid]));
    `;
    const parent = execa(process.execPath, ['--input-type=module', '-e', script], { reject: false });
    const { value: line } = await parent[Symbol.asyncIterator]().next();
    const pids: number[] = JSON.parse(String(line));
    expect(pids.map(isAlive)).toEqual([true, true]);
    parent.kill('SIGKILL');
    const deadline = performance.now() + 60_000;
    while (pids.some(isAlive) && performance.now() < deadline) await sleep(50);
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('tell why one of them did not start', async () => {
    const main = new URL('../stand-ins/platforms/main.ts', import.meta.url);
    await expect(launchNode(main, { name: 'platform' })).rejects.toThrow('PLATFORM_WECHAT_APPID is not set');
  });
});

describe('a program that is not of this Node', () => {
  const listener = `require('node:net').createServer().listen(Number(process.argv[1]), '127.0.0.1')`;
  const port = async () => (await freePorts('127.0.0.1', 1))[0] ?? 0;

  it('is ready when it listens, and ends when it is stopped', async () => {
    const taken = await port();
    const url = `http://127.0.0.1:${taken}`;
    const child = await launchBinary(process.execPath, ['-e', listener, String(taken)], url, { name: 'any' });
    expect(isAlive(child.pid)).toBe(true);
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
  });

  it('says why it did not start: it ended, it was late, it is not there', async () => {
    const url = `http://127.0.0.1:${await port()}`;
    const ends = launchBinary(process.execPath, ['-e', 'throw new Error("no way")'], url, { name: 'any' });
    await expect(ends).rejects.toThrow(/any ended at its start \(1\):[\s\S]*no way/);
    const silent = ['-e', 'setTimeout(() => 0, 60_000)'];
    const late = launchBinary(process.execPath, silent, url, { name: 'any', readyWithin: 300 });
    await expect(late).rejects.toThrow('any was not ready in time');
    await expect(launchBinary('/nowhere', [], url, { name: 'any' })).rejects.toThrow('ENOENT');
  });

  it('is killed where it does not end within the grace', async () => {
    const taken = await port();
    const url = `http://127.0.0.1:${taken}`;
    const deaf = `process.on('SIGTERM', () => undefined); ${listener}`;
    const args = ['-e', deaf, String(taken)];
    const child = await launchBinary(process.execPath, args, url, { name: 'any', grace: 100 });
    await child.stop();
    expect(isAlive(child.pid)).toBe(false);
  });
});
