import { Readable } from 'node:stream';
import { expect } from 'vitest';
import { decodeBase64url } from '../../../shared/bytes/base64url.ts';
import { agreed } from '../../../shared/consent/agreed.fixture.ts';
import type { OpenSessionAnswer } from '../../../shared/contract/verify/01-open-session.ts';
import { makeCode } from '../../../shared/counter-code/make-code.ts';
import type { ErrorCode } from '../../../shared/errors.ts';
import { challenge } from '../attempt/03-challenge.ts';
import { relaySample } from '../attempt/06-relay.ts';
import { readOwnSession } from '../attempt/08-own-session.ts';
import type { HolderCaller } from '../ports/callers.ts';
import { hotel, type testPorts } from '../ports/ports.fixture.ts';
import type { Screen } from '../ports/session-changes.ts';
import { openSession } from './01-open-session.ts';
import { claim } from './02-claim.ts';
import { readSession } from './08-result.ts';

export type World = Awaited<ReturnType<typeof testPorts>>;

export const signal = new AbortController().signal;
export const now = { after: undefined, wait: undefined, signal };
export const consent = agreed();
export const checkIn = { scene: 'hotel', purpose: 'check-in' } as const;
export const problem = (code: ErrorCode) => expect.objectContaining({ name: 'Problem', code });
/** A screen that takes all at once. */
export const screen = (push: Screen['push'], after?: string): Screen => ({
  after,
  push,
  room: async () => undefined,
});

/** Brings a session of the hotel to each of its states. */
export function playChecks(world: World) {
  const open = () => openSession(world.ports, hotel, checkIn, world.idempotencyKey());

  const codeOf = (session: OpenSessionAnswer) =>
    makeCode({
      ...session,
      baseUrl: session.codeBaseUrl,
      secret: decodeBase64url(session.secret),
      elapsed: Math.floor((world.clock.now - session.openedAt) / 1000),
    });

  async function claimed() {
    const phone = await world.phone();
    const session = await open();
    await claim(world.ports, phone, { code: codeOf(session) });
    return { phone, sessionId: session.sessionId };
  }

  const send = (phone: HolderCaller, sessionId: string, kind: 'face' | 'voice') =>
    relaySample(world.ports, phone, sessionId, kind, {
      length: 4,
      word: 'a.b.c',
      stream: Readable.from([Buffer.from('seal')]),
    });

  async function challenged() {
    const taken = await claimed();
    await challenge(world.ports, taken.phone, taken.sessionId, { consent }, world.idempotencyKey());
    return taken;
  }

  async function deciding() {
    const taken = await challenged();
    await send(taken.phone, taken.sessionId, 'face');
    await send(taken.phone, taken.sessionId, 'voice');
    return taken;
  }

  const stateAt = (sessionId: string) => readSession(world.ports, hotel, sessionId, now);
  const phoneState = async ({ phone, sessionId }: Awaited<ReturnType<typeof claimed>>) =>
    (await readOwnSession(world.ports, phone, sessionId, now)).state;

  return { open, codeOf, claimed, send, challenged, deciding, stateAt, phoneState };
}
