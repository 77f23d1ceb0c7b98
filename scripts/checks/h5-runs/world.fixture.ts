import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type RunningSandbox, startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../../stand-ins/counter/counter.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';
import { scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { varyFrame } from '../../stand-ins/phone/vary-frame.ts';
import { prepareRun } from '../miniprogram-host/prepare-run.ts';
import { type BrowserPhone, openBrowserPhone } from './browser-phone.ts';
import type { Reader } from './citizen.fixture.ts';

const people = join(import.meta.dirname, '..', '..', 'people');

export interface World {
  running: RunningSandbox;
  /** A counter of the sandbox hotel. */
  hotel: Counter;
  /** A window of the sandbox office, which asks for the strict level. */
  office: Counter;
  /** The same phone each time it is opened with the same name: its storage stays. */
  open(phone: string, reader: Reader, permits?: boolean): Promise<BrowserPhone>;
  script(scenario: object): Promise<void>;
  close(): Promise<void>;
}

/** The real H5 build, served by a real BFF beside a sandbox authority that really decides. */
export async function openWorld(chromium: string): Promise<World> {
  const { output, pristine } = await prepareRun('h5');
  const folder = mkdtempSync(join(tmpdir(), 'lz-h5-'));
  const data = join(folder, 'data');
  cpSync(pristine.folder, data, { recursive: true });
  const bffEnv = { LZ_H5: output };
  const running = await startSandbox({ data, people, bffEnv, logLevel: 'error' });
  const counterOf = (id: string) => openCounter(readCounter(running.sandbox, id, running.bffUrl));
  const hotel = await counterOf('cnt_sandbox-hotel-1');
  const office = await counterOf('cnt_sandbox-gov-1');
  return {
    ...{ running, hotel, office },
    async open(phone, reader, permits = true) {
      const [first] = reader.roll.neutral;
      if (first === undefined) throw new Error('the roll has no pictures');
      const picture = await varyFrame(await readFile(first));
      const profile = join(folder, phone);
      return await openBrowserPhone({ executablePath: chromium, profile, person: reader, picture, permits });
    },
    script: (scenario) => scriptAuthority(running, scenario),
    async close() {
      hotel.close();
      office.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
