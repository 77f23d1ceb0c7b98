import { randomBytes } from 'node:crypto';
import type { HolderView } from '../../../../shared/contract/holder-view.ts';
import type { Counter } from '../../../stand-ins/counter/counter.ts';
import type { Phone } from './phone.ts';

/** What a sample weighs in these figures, in bytes. */
const sampleSize = 200 * 1024;
/** The BFF cannot look inside, so that any bytes will do. */
export const envelope = new Uint8Array(randomBytes(sampleSize));

const patience = 20_000;

/** A phone before a counter. */
export interface Pair {
  counter: Counter;
  phone: Phone;
}

/** Up to and with the challenge: what comes before a sample can be sent. */
export async function openCheck({ counter, phone }: Pair): Promise<HolderView> {
  const { session, code } = await counter.openSession('hotel', 'check-in');
  await phone.claim(code());
  return await phone.challenge(session.sessionId);
}

/**
 * One whole verification: session, claim, challenge, two samples, verdict, and the result on both sides.
 * Answers the session and when the counter knew, epoch milliseconds.
 */
export async function verification(pair: Pair): Promise<{ sessionId: string; at: number }> {
  const { counter, phone } = pair;
  const { id: sessionId } = await openCheck(pair);
  const ending = counter.awaitEnd(sessionId, patience);
  await phone.relay(sessionId, 'face', envelope);
  const deciding = await phone.relay(sessionId, 'voice', envelope);
  const [{ view, at }, own] = await Promise.all([ending, phone.awaitEnd(deciding)]);
  if (view.state !== 'passed' || view.result === undefined || own.state !== 'passed')
    throw new Error(`a verification ended as ${view.state}`);
  return { sessionId, at };
}
