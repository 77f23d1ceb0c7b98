import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { type RunningSandbox, type SandboxOptions, startSandbox } from '../../sandbox/start-processes.ts';
import { type Counter, openCounter } from '../../stand-ins/counter/counter.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';
import { rollOfPerson } from '../../stand-ins/phone/camera-roll.ts';
import { type Person, readPerson } from '../../stand-ins/phone/read-people.ts';
import { speechOf } from '../../stand-ins/phone/speech.ts';
import { type CompiledOutput, compileOutput } from './compile/compile-output.ts';
import type { MiniTarget } from './compile/rewrite-template.ts';
import { type Host, type Opening, openHost, startChromium } from './open-host.ts';
import { prepareRun } from './prepare-run.ts';
import { type ScriptedOwner, scriptedOwner } from './scripted-owner.ts';

const people = join(import.meta.dirname, '..', '..', 'people');

/** A sandbox that runs, a counter in it, and the real output of a build for it. */
export interface World {
  running: RunningSandbox;
  counter: Counter;
  output: CompiledOutput;
  person(name: string): Promise<Person>;
  owner(person: Person): ScriptedOwner;
  open(owner: ScriptedOwner, opening?: Opening): Promise<Host>;
  close(): Promise<void>;
}

/** The keys of the sandbox are made once and kept beside the build that trusts them; its data is fresh each time. */
export async function openWorld(
  target: MiniTarget,
  chromium: string,
  options: Pick<SandboxOptions, 'faceVerifier'> = {},
): Promise<World> {
  const { output: built, pristine, port } = await prepareRun(target);
  const output = compileOutput(built, target);

  const data = mkdtempSync(join(tmpdir(), 'lz-host-'));
  cpSync(pristine.folder, data, { recursive: true });
  const running = await startSandbox({
    data,
    people,
    ...(port === undefined ? {} : { port }),
    logLevel: 'error',
    ...options,
  });
  const counter = await openCounter(readCounter(running.sandbox, 'cnt_sandbox-hotel-1', running.bffUrl));
  const browser: Browser = await startChromium(chromium);
  const hosts: Host[] = [];
  return {
    ...{ running, counter, output },
    person: (name) => readPerson(people, name),
    owner: (person) =>
      scriptedOwner({
        seen: seenOf(person),
        platformUrl: running.platformUrl,
        platform: target === 'weapp' ? 'wechat' : 'alipay',
        account: `${target}-${person.id}`,
      }),
    async open(owner, opening) {
      const opened = await openHost(browser, output, owner, opening);
      hosts.push(opened);
      return opened;
    },
    async close() {
      await browser.close();
      counter.close();
      await running.stop();
      rmSync(data, { recursive: true });
    },
  };
}

/** That citizen before the camera and at the microphone. */
export function seenOf(person: Person): ScriptedOwner['seen'] {
  return { roll: rollOfPerson(person), speech: speechOf(person) };
}
