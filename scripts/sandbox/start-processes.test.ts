import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startChild } from './child.ts';
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
    const healthy = async () => (await fetch(`${running.bffUrl}/health`)).status;
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
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = await once(createInterface({ input: parent.stdout }), 'line');
    const pids: number[] = JSON.parse(line);
    expect(pids.map(isAlive)).toEqual([true, true]);
    parent.kill('SIGKILL');
    const deadline = performance.now() + 8000;
    while (pids.some(isAlive) && performance.now() < deadline) await sleep(50);
    expect(pids.map(isAlive)).toEqual([false, false]);
  });

  it('tell why one of them did not start', async () => {
    const main = new URL('../stand-ins/platforms/main.ts', import.meta.url);
    const starting = startChild({ name: 'platform', main, env: {}, log: () => {}, readyWithin: 20_000 });
    await expect(starting).rejects.toThrow('PLATFORM_WECHAT_APPID is not set');
  });
});
