import { randomBytes } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { challenge } from '../../../miniprogram/src/attempt/03-challenge.ts';
import { startHolder } from '../../../miniprogram/src/holder/holder.ts';
import { loginBySms } from '../../../miniprogram/src/login/01-login-by-sms.ts';
import { sendCode } from '../../../miniprogram/src/login/01-send-code.ts';
import { claim } from '../../../miniprogram/src/verify/02-claim.ts';
import { decline } from '../../../miniprogram/src/verify/02-decline.ts';
import { readTrust } from '../../sandbox/read-running.ts';
import { fetchToken } from '../../stand-ins/counter/fetch-token.ts';
import { readCounter } from '../../stand-ins/counter/read-counter.ts';
import { readLoginCode, scriptAuthority } from '../../stand-ins/phone/ask-sandbox.ts';
import { makeCitizen } from '../../stand-ins/phone/make-citizen.ts';
import { type Phone, pickUpPhone } from '../../stand-ins/phone/pick-up-phone.ts';
import { enrol, playCheck } from '../../stand-ins/phone/play-journey.ts';
import { scriptedPlatform } from '../../stand-ins/phone/scripted-platform.ts';
import type { Samples } from '../../stand-ins/phone/stand-in-platform.ts';
import { databaseOf } from '../races/look-into-database.ts';
import { openWorld, type World } from '../races/world.fixture.ts';
import { type Canary, formsOf } from './canary.ts';
import { markSamples } from './mark-samples.ts';
import { misplace, type Reply } from './misplace.ts';
import { readHeap } from './read-heap.ts';
import { readMemory, showsMemory } from './read-memory.ts';
import { type Recorder, recordAnswers } from './record-answers.ts';
import { type Hit, search } from './search.ts';

/** What is sealed on the phone: the BFF must not have it anywhere. */
const citizen = makeCitizen(417, '欧阳靛青');
const frameMark = new Uint8Array(randomBytes(24));
const soundMark = new Uint8Array(randomBytes(24));
const sealed: Canary[] = [
  { name: 'the name', text: citizen.name },
  { name: 'the ID number', text: citizen.idNumber },
  { name: 'the frame', bytes: frameMark },
  { name: 'the recording', bytes: soundMark },
];

/** What clients send in plain where it does not belong: the BFF has read it, but must not keep it or tell it. */
const stray = makeCitizen(538, '慕容绛紫');
const strayFrame = new Uint8Array(randomBytes(24));
const misplaced: Canary[] = [
  { name: 'the misplaced name', text: stray.name },
  { name: 'the misplaced ID number', text: stray.idNumber },
  { name: 'the misplaced frame', bytes: strayFrame },
];

/** A number that a login code is sent to: the BFF passes it on, and must not keep it or tell it either. */
const number = '13900417538';

const sealedForms = sealed.flatMap(formsOf);
const misplacedForms = [...misplaced, { name: 'the mobile number', text: number }].flatMap(formsOf);
const allForms = [...sealedForms, ...misplacedForms];

const folder = mkdtempSync(join(tmpdir(), 'lz-canaries-'));
const snapshot = join(folder, 'bff.heapsnapshot');
const printed: string[] = [];
let world: World;
let recorder: Recorder;
let phone: Phone;
let samples: Samples;
let replies: Reply[];
let ends: string[];
/** Of a session that was decided: what must be found wherever sessions are. */
let control: Canary[];

beforeAll(async () => {
  world = await openWorld({
    logLevel: 'trace',
    log: (who, line) => void (who === 'bff' && printed.push(line)),
    bffEnv: {
      NODE_OPTIONS: `--import=${new URL('./heap-on-signal.ts', import.meta.url).href}`,
      CANARY_SNAPSHOT: snapshot,
    },
  });
  recorder = recordAnswers(world.running.bffUrl);
  const jpeg = readFileSync(
    fileURLToPath(new URL('../../people/p01/face/verify-front-1.jpg', import.meta.url)),
  );
  samples = markSamples(jpeg, frameMark, soundMark);
  phone = await pickUpPhone(world.running, 'account', { samples });
  await playRun();
});
afterAll(async () => {
  recorder.stop();
  await world.close();
  rmSync(folder, { recursive: true });
});

/** Login was; now: a login by SMS, apply, a pass, a fail, wrong input of every kind, a decline. */
async function playRun(): Promise<void> {
  const { running, counter } = world;
  const { platformUrl, bffUrl, sandbox } = running;
  const browser = scriptedPlatform({ platformUrl, account: 'none' });
  const another = await startHolder({ platform: browser, bffUrl, trust: readTrust(sandbox) });
  await sendCode(another, number);
  await loginBySms(another, { phone: number, code: await readLoginCode(running, number) });
  const check = async () => {
    const { session, code } = await counter.openSession('hotel', 'check-in');
    const { state } = await playCheck(phone.holder, code());
    await counter.awaitEnd(session.sessionId, 10_000);
    const view = await counter.readSession(session.sessionId);
    await counter.openResult(view.result ?? '');
    control = [{ name: 'the session id', text: session.sessionId }];
    return state;
  };
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'pass', times: 2 });
  await scriptAuthority(running, { name: 'stub-decision', outcome: 'retry', hints: ['too-dark'], times: 1 });
  await scriptAuthority(running, {
    name: 'stub-decision',
    outcome: 'fail',
    hints: ['face-not-matched'],
    times: 1,
  });
  await enrol(phone.holder, { identity: citizen, idPhoto: samples.frame() });
  ends = [await check(), await check()];

  const { session, code } = await counter.openSession('hotel', 'check-in');
  const shown = await claim(phone.holder, code());
  await challenge(phone.holder, { view: shown, consent: { face: true, voice: true } });
  const { token } = await fetchToken(readCounter(running.sandbox, 'cnt_sandbox-hotel-2', running.bffUrl));
  const sender = { bffUrl: running.bffUrl, token, holder: phone.holder, sessionId: session.sessionId };
  replies = await misplace(sender, { ...stray, frame: strayFrame });
  ends.push((await decline(phone.holder, session.sessionId)).state);
  await counter.awaitEnd(session.sessionId, 10_000);
}

describe('a whole run with planted canaries', () => {
  it('passed, failed and was declined, and all wrong input was refused without a fault of ours', () => {
    expect(ends).toEqual(['passed', 'failed', 'declined']);
    const outcomes = replies.map(({ outcome }) => outcome);
    expect(outcomes.filter((outcome) => !/^(200|4\d\d)$|^[a-z]+(-[a-z]+)+$/.test(outcome))).toEqual([]);
    expect(outcomes).not.toContain('internal-fault');
  });

  it('leaves none in the files of the database, its audit included', () => {
    const file = databaseOf(world.running.sandbox);
    const files = ['', '-wal', '-shm'].map((end) => file + end).filter((path) => existsSync(path));
    expect(files).toHaveLength(3);
    const hits = files.flatMap((path) => search(path, readFileSync(path), allForms));
    expect(hits).toEqual([]);
    const found = files.flatMap((path) => search(path, readFileSync(path), control.flatMap(formsOf)));
    expect(found.length, 'the control is found').toBeGreaterThan(0);
  });

  it('leaves none in what the process prints at its most talkative level', () => {
    const log = Buffer.from(printed.join('\n'));
    expect(search('log', log, allForms)).toEqual([]);
    const route = formsOf({ name: 'a route', text: '/holder/v1/sessions/:sessionId/challenge' });
    expect(search('log', log, route).length, 'the control is found').toBeGreaterThan(0);
  });

  it('leaves none in the metrics', async () => {
    const metrics = Buffer.from(await (await fetch(`${world.running.bffUrl}/metrics`)).arrayBuffer());
    expect(search('metrics', metrics, allForms)).toEqual([]);
    const figure = formsOf({ name: 'a figure', text: 'lz_sessions_ended_total{state="declined"} 1' });
    expect(search('metrics', metrics, figure).length, 'the control is found').toBeGreaterThan(0);
  });

  it('tells none to anybody: RP, phone or stranger, event stream included', () => {
    const answers = Buffer.concat([recorder.answers(), ...replies.map(({ said }) => Buffer.from(said))]);
    expect(search('answers', answers, allForms)).toEqual([]);
    const event = formsOf({ name: 'an event', text: 'event: session' });
    const found = search('answers', answers, [...event, ...control.flatMap(formsOf)]);
    expect(found.length, 'the controls are found').toBeGreaterThanOrEqual(2);
  });

  it('never has a sealed one in its memory, not even as garbage', ({ skip }) => {
    skip(!showsMemory(world.running.bff.pid), "this system does not show a process's memory to its parent");
    const forms = [...sealedForms, ...control.flatMap(formsOf)];
    const hits: Hit[] = [];
    for (const { place, bytes } of readMemory(world.running.bff.pid))
      hits.push(...search(place, bytes, forms));
    const controls = hits.filter(({ canary }) => canary === 'the session id');
    expect(hits.filter((hit) => !controls.includes(hit))).toEqual([]);
    expect(controls.length, 'the control is found').toBeGreaterThan(0);
  });

  it('keeps none alive in its heap', async () => {
    const heap = await readHeap(world.running.bff.pid, snapshot);
    expect(search('heap', heap, sealedForms)).toEqual([]);
    const chinese = formsOf({ name: 'the name of the hotel', text: '演示酒店' });
    const found = search('heap', heap, [...chinese, ...control.flatMap(formsOf)]);
    expect(found.length, 'the controls are found').toBeGreaterThanOrEqual(2);
    // What was sent in the wrong place was a string once; after a collection nothing holds it any more.
    expect(search('heap', heap, misplacedForms)).toEqual([]);
  });
});
