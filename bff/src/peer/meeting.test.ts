import { Readable } from 'node:stream';
import { beforeEach, describe, expect, it } from 'vitest';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import type { MeetingCodeParts } from '../../../shared/contract/peer/meeting.ts';
import * as limits from '../../../shared/limits.ts';
import { makeMeetingCode } from '../../../shared/meeting-code/make-meeting-code.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { relaySample } from '../attempt/06-relay.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import { forget } from '../jobs/forget.ts';
import { startJobs } from '../jobs/start-jobs.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import { decline } from '../verify/02-decline.ts';
import { problem } from '../verify/checks.fixture.ts';
import { openMeeting } from './01-open-meeting.ts';
import { joinMeeting } from './02-join-meeting.ts';
import { lookAtMeeting } from './08-meeting.ts';

let world: Awaited<ReturnType<typeof testPorts>>;
let ann: HolderCaller;
let ben: HolderCaller;
beforeEach(async () => {
  world = await testPorts();
  world.told.samples = ['face'];
  ann = await world.phone();
  ben = await world.phone();
  const stopJobs = startJobs(world.ports);
  return async () => {
    stopJobs();
    await world.ports.db.close();
  };
});

const signal = new AbortController().signal;
const look = (phone: HolderCaller, id: string) => lookAtMeeting(world.ports, phone, id, { signal });

function codeOf({ baseUrl, token, secret, openedAt }: MeetingCodeParts): string {
  const elapsed = Math.floor((world.clock.now - openedAt) / 1000);
  return makeMeetingCode({ baseUrl, token, secret: decodeBase64url(secret), elapsed });
}

/** Ann shows her code, Ben scans it. */
async function met() {
  const { meeting, code } = await openMeeting(world.ports, ann);
  const joined = await joinMeeting(world.ports, ben, codeOf(code));
  const { sessionId: anns = '' } = await look(ann, meeting.id);
  return { id: meeting.id, anns, bens: joined.sessionId ?? '', code };
}

async function decided(phone: HolderCaller, sessionId: string, outcome: 'pass' | 'fail'): Promise<void> {
  world.told.verdict = undefined;
  const consent = agreed({ voice: false });
  await challenge(world.ports, phone, sessionId, { consent }, world.idempotencyKey());
  await relaySample(world.ports, phone, sessionId, 'face', {
    length: 4,
    word: 'a.b.c',
    stream: Readable.from([Buffer.from('seal')]),
  });
  world.told.verdict = { outcome };
  const state = outcome === 'pass' ? 'passed' : 'failed';
  await expect
    .poll(
      async () =>
        (await readOwnSession(world.ports, phone, sessionId, { after: undefined, wait: undefined, signal }))
          .state,
    )
    .toBe(state);
}

describe('a meeting', () => {
  it('tells each how it ended for the other, once both checks are over', async () => {
    const { id, anns, bens } = await met();
    expect(anns).not.toBe(bens);
    await decided(ann, anns, 'pass');
    expect((await look(ann, id)).state).toBe('checking');
    await decided(ben, bens, 'fail');
    expect((await look(ann, id)).state).toBe('not-confirmed');
    expect((await look(ben, id)).state).toBe('confirmed');
  });

  it('asks the authority for two checks of a private person, without any registrant', async () => {
    const { anns, bens } = await met();
    await decided(ann, anns, 'pass');
    await decided(ben, bens, 'pass');
    for (const order of world.asked)
      expect(order).toMatchObject({
        ceremony: 'peer',
        rpId: '',
        counterId: '',
        scene: 'peer',
        purpose: 'meet',
        level: 'basic',
      });
    expect(world.asked).toHaveLength(2);
  });

  it('says who asks by the statement of the authority alone, with no name', async () => {
    const { bens } = await met();
    const view = await readOwnSession(world.ports, ben, bens, { after: undefined, wait: undefined, signal });
    expect(view.asks).toBeUndefined();
    expect(view.asksPrivately).toEqual({
      meetingId: expect.stringMatching(/^mtg_/),
      statement: { registrar: 'a.b.c', statement: 'd.e.f' },
    });
  });

  it('ends for both where one declines, who is told nothing of the other', async () => {
    const { id, anns, bens } = await met();
    await decline(world.ports, ben, bens);
    expect((await look(ann, id)).state).toBe('not-confirmed');
    expect((await look(ben, id)).state).toBe('over');
    const own = await readOwnSession(world.ports, ann, anns, { after: undefined, wait: undefined, signal });
    expect(own.state).toBe('cancelled');
  });

  it('is not confirmed where the other never agrees, and his own phone is told nothing', async () => {
    const { id, anns } = await met();
    await decided(ann, anns, 'pass');
    world.clock.now += limits.claimedLifetime;
    expect((await look(ben, id)).state).toBe('over');
    expect((await look(ann, id)).state).toBe('not-confirmed');
  });

  it('goes on where the same phone scans once more, and is over for whoever scans later', async () => {
    const { id, bens, code } = await met();
    expect(await joinMeeting(world.ports, ben, codeOf(code))).toMatchObject({ id, sessionId: bens });
    await expect(joinMeeting(world.ports, await world.phone(), codeOf(code))).rejects.toEqual(
      problem('meeting-taken'),
    );
  });

  it('is scanned within three minutes, or ends and is forgotten', async () => {
    const { meeting, code } = await openMeeting(world.ports, ann);
    world.clock.now += limits.meetingOpen;
    await expect(joinMeeting(world.ports, ben, codeOf(code))).rejects.toEqual(problem('meeting-code-stale'));
    await forget(world.ports);
    expect(await world.ports.db.read('select * from meetings where id = :id', { id: meeting.id })).toEqual(
      [],
    );
  });

  it('gives way to the next one of the same phone, as long as nobody has scanned', async () => {
    const first = await openMeeting(world.ports, ann);
    await openMeeting(world.ports, ann);
    await expect(look(ann, first.meeting.id)).rejects.toEqual(problem('not-found'));
    const { id } = await met();
    await openMeeting(world.ports, ann);
    expect((await look(ann, id)).state).toBe('checking');
  });

  it('is woken for: a phone that waits is told at once', async () => {
    const { meeting, code } = await openMeeting(world.ports, ann);
    const waiting = lookAtMeeting(world.ports, ann, meeting.id, { seen: 'open', wait: 20, signal });
    await joinMeeting(world.ports, ben, codeOf(code));
    expect((await waiting).state).toBe('checking');
  });

  it('leaves nothing by which one is linked to the other ten minutes after the end', async () => {
    const { id, anns, bens } = await met();
    await decided(ann, anns, 'pass');
    await decided(ben, bens, 'pass');
    world.clock.now += limits.claimMemory;
    await expect(look(ann, id)).rejects.toEqual(problem('not-found'));
    await forget(world.ports);
    const kept = await world.ports.db.read(
      `select * from sessions where body like '%"ceremony":"peer"%'`,
      {},
    );
    expect(kept).toHaveLength(2);
    for (const row of kept)
      for (const secret of [ann.deviceThumbprint, ben.deviceThumbprint, ann.holderId, ben.holderId])
        expect(JSON.stringify(row)).not.toContain(secret);
    expect(await world.ports.db.read('select * from meetings', {})).toEqual([]);
  });

  it('is opened by nobody whom three have declined within a day, and again after it', async () => {
    for (let times = 0; times < limits.meetingDeclines; times++) {
      ben = await world.phone();
      const { bens } = await met();
      await decline(world.ports, ben, bens);
      await decline(world.ports, ben, bens);
    }
    await expect(openMeeting(world.ports, ann)).rejects.toEqual(problem('meetings-blocked'));
    world.clock.now += limits.meetingDeclinesWindow;
    expect((await openMeeting(world.ports, ann)).meeting.state).toBe('open');
  });

  it('is opened and scanned with a credential alone', async () => {
    const { code } = await openMeeting(world.ports, ann);
    await world.ports.db.write([
      { sql: 'delete from credentials where holder_id = :id', params: { id: ben.holderId } },
    ]);
    await expect(openMeeting(world.ports, ben)).rejects.toEqual(problem('credential-missing'));
    await expect(joinMeeting(world.ports, ben, codeOf(code))).rejects.toEqual(problem('credential-missing'));
  });
});
