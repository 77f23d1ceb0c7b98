import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../../stand-ins/counter/counter.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';

export interface Stage {
  running: RunningSandbox;
  counter: Counter;
  /** Ends all processes and removes the data. */
  strike(): Promise<void>;
}

/** Authority without engines, platforms and BFF as processes in a fresh folder, and a hotel's counter that listens. */
export async function setStage(options: Partial<SandboxOptions> = {}): Promise<Stage> {
  const data = mkdtempSync(join(tmpdir(), 'lz-stage-'));
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
    async strike() {
      counter.close();
      await running.stop();
      rmSync(data, { recursive: true });
    },
  };
}
