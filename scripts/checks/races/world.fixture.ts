import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../../stand-ins/counter/counter.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';

export interface World {
  running: RunningSandbox;
  counter: Counter;
  /** Ends all processes and removes the data. */
  close(): Promise<void>;
}

/** Authority without engines, platforms and BFF as processes in a fresh folder, and a hotel's counter that listens. */
export async function openWorld(options: Partial<SandboxOptions> = {}): Promise<World> {
  const data = mkdtempSync(join(tmpdir(), 'lz-world-'));
  const people = fileURLToPath(new URL('../../people', import.meta.url));
  const running = await startSandbox({
    data,
    people,
    engines: false,
    suite: 17,
    logLevel: 'error',
    ...options,
  });
  const counter = await openCounter(readCounter(running.sandbox, 'cnt_sandbox-hotel-1', running.bffUrl));
  return {
    running,
    counter,
    async close() {
      counter.close();
      await running.stop();
      rmSync(data, { recursive: true });
    },
  };
}
