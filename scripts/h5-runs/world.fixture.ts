import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { settingsForSandbox } from '../build/build-settings.ts';
import { buildTarget } from '../build/build-target.ts';
import { type Counter, openCounter } from '../counter/counter.ts';
import { readCounter } from '../counter/read-counter.ts';
import { scriptAuthority } from '../phone/script-authority.ts';
import { makeSandbox } from '../sandbox/make-sandbox.ts';
import { type RunningSandbox, startSandbox } from '../sandbox/start-processes.ts';
import { type BrowserPhone, type FakeDevices, openBrowserPhone } from './browser-phone.ts';
import { type CameraScene, composeCamera } from './compose-camera.ts';

const root = join(import.meta.dirname, '..', '..');
const people = join(root, 'scripts', 'people');
const devices = join(import.meta.dirname, 'fake-devices');

export interface World {
  running: RunningSandbox;
  counter: Counter;
  /** A fake camera file of that citizen. */
  camera(person: string, order: readonly CameraScene[]): string;
  recording(name: string): string;
  /** The same phone each time it is opened with the same name: its storage stays. */
  open(phone: string, devices: FakeDevices): Promise<BrowserPhone>;
  script(scenario: object): Promise<void>;
  strike(): Promise<void>;
}

/** The real H5 build, served by a real BFF beside a sandbox authority that really decides. */
export async function openWorld(chromium: string): Promise<World> {
  const pristine = makeSandbox(join(root, 'miniprogram', 'dist', 'h5-sandbox'));
  buildTarget(root, 'h5', settingsForSandbox(pristine));
  const folder = mkdtempSync(join(tmpdir(), 'lz-h5-'));
  const data = join(folder, 'data');
  cpSync(pristine.folder, data, { recursive: true });
  const bffEnv = { LZ_H5: join(root, 'miniprogram', 'dist', 'h5') };
  const running = await startSandbox({ data, people, bffEnv, logLevel: 'error' });
  const counter = await openCounter(readCounter(running.sandbox, 'cnt_sandbox-hotel-1', running.bffUrl));
  let files = 0;
  return {
    running,
    counter,
    camera(person, order) {
      const target = join(folder, `camera-${++files}.mjpeg`);
      composeCamera(join(devices, `${person}-camera.mjpeg`), order, target);
      return target;
    },
    recording: (name) => join(devices, `${name}.wav`),
    open: (phone, fake) => openBrowserPhone(chromium, join(folder, phone), fake),
    script: (scenario) => scriptAuthority(running, scenario),
    async strike() {
      counter.close();
      await running.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
