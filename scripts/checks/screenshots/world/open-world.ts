import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as limits from '../../../../shared/limits.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-processes.ts';
import { openCounter } from '../../../stand-ins/counter/counter.ts';
import { readCounter } from '../../../stand-ins/counter/read-counter.ts';
import { showCode } from '../../../stand-ins/counter/show-code.ts';
import { type EmbeddingPage, startEmbeddingPage } from '../../../stand-ins/embedding-page/embedding-page.ts';
import { registerOrigin } from '../../../stand-ins/embedding-page/register-origin.ts';
import { scriptAuthority } from '../../../stand-ins/phone/ask-sandbox.ts';
import { makeCitizen } from '../../../stand-ins/phone/make-citizen.ts';
import { enrol } from '../../../stand-ins/phone/play-journey.ts';
import { identityOf } from '../../../stand-ins/phone/read-people.ts';
import { prepareRun } from '../../miniprogram-host/prepare-run.ts';
import { clearCounters } from './clear-counters.ts';
import { finishCheck } from './finish-check.ts';
import { type HeldPhone, holdPhone } from './phones.ts';
import { answerCheck, playCheck } from './play-check.ts';
import { leave, playMeeting } from './play-meeting.ts';
import { runOut } from './run-out.ts';
import type { World } from './world.ts';

const people = join(import.meta.dirname, '..', '..', '..', 'people');
const firstNumber = 13_800_001_000;

/**
 * Builds the H5 app, serves it by a real BFF beside a sandbox authority that decides as it is told, and brings the phones
 * into their states.
 */
export async function openWorld(say: (line: string) => void): Promise<World> {
  say('building the H5 app');
  const { output, pristine } = await prepareRun('h5');
  say('starting authority, platforms and BFF');
  const data = mkdtempSync(join(tmpdir(), 'lz-screenshots-'));
  cpSync(pristine.folder, data, { recursive: true });
  // One citizen is shown in each scene and style, and meets more people in minutes than anybody does in a day.
  const bffEnv = { LZ_H5: output, LZ_QUOTA_FACTOR: '20' };
  const running = await startSandbox({ data, people, bffEnv, engines: false, logLevel: 'error' });
  const end = async () => {
    await running.stop();
    rmSync(data, { recursive: true, force: true });
  };
  try {
    return await furnish(running, end);
  } catch (problem) {
    await end();
    throw problem;
  }
}

async function furnish(running: RunningSandbox, end: () => Promise<void>): Promise<World> {
  const counterAt = (id: string) => openCounter(readCounter(running.sandbox, id, running.bffUrl));
  const hotel = await counterAt('cnt_sandbox-hotel-1');
  const office = await counterAt('cnt_sandbox-gov-1');
  const citizen = await holdPhone(running, people, 'shown-citizen');
  await applyFor(running, citizen);
  const other = await holdPhone(running, people, 'shown-other');
  await applyFor(running, other, makeCitizen(811, '赵一鸣'));
  let met: string | undefined;
  const newcomer = await holdPhone(running, people, 'shown-newcomer');
  const voided = await holdPhone(running, people, 'shown-twice');
  const kept = { ...voided.stored(), 'credential-handle': citizen.stored()['credential-handle'] ?? '' };
  await holdPhone(running, people, 'shown-twice');
  const stored = {
    fresh: {},
    newcomer: newcomer.stored(),
    citizen: citizen.stored(),
    voided: kept,
  };
  const { clearable, endLater, clear } = clearCounters();
  const desk = clearable(hotel);
  const players = { running, counter: desk, phone: citizen };
  const claimed = () => playCheck({ ...players, counter: hotel }, { to: 'claimed' });
  let numbers = firstNumber;
  let embedding: Promise<EmbeddingPage> | undefined;
  return {
    running,
    hotel: desk,
    office: clearable(office),
    clear,
    citizen: citizen.person,
    stored: (phone) => stored[phone],
    play: (course) => playCheck(players, course),
    answer(session, course, scanned) {
      endLater(session.scene === 'hotel' ? hotel : office, session.sessionId);
      const code = () => showCode(session, 0, scanned ?? Date.now());
      return answerCheck(players, { session, code }, course);
    },
    finish: (answered) => finishCheck(players, answered),
    async meet(to) {
      if (met !== undefined) await leave(citizen, met);
      met = await playMeeting({ running, phone: citizen, other }, to);
      return met;
    },
    expired: runOut(claimed, limits.claimedLifetime, limits.claimMemory),
    staleCode: runOut(
      async () => (await hotel.openSession('hotel', 'visit')).code(),
      limits.lateCodeMaxAge,
      limits.openLifetime - limits.lateCodeMaxAge,
    ),
    number: () => String(numbers++),
    async embed() {
      embedding ??= openEmbedding(running);
      return await embedding;
    },
    async close() {
      await (await embedding)?.close();
      hotel.close();
      office.close();
      await end();
    },
  };
}

async function applyFor(
  running: RunningSandbox,
  { holder, person }: HeldPhone,
  identity = identityOf(person),
): Promise<void> {
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', times: 1 });
  await enrol(holder, { identity }, { triesAgain: async () => false });
}

async function openEmbedding(running: RunningSandbox): Promise<EmbeddingPage> {
  const counterId = 'cnt_sandbox-hotel-2';
  const page = await startEmbeddingPage(readCounter(running.sandbox, counterId, running.bffUrl));
  await registerOrigin(running, counterId, page.origin);
  return page;
}
