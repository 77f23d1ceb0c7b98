import { request as sendRaw } from 'node:http';
import { record, text } from '../../../miniprogram/src/holder/guards.ts';
import type { HttpAnswer, HttpRequest, Platform } from '../../../miniprogram/src/platform/platform.ts';
import { decodeUtf8 } from '../../../shared/bytes/utf8.ts';
import { isFinal, sessionStates } from '../../../shared/sessions.ts';

/** How far the request has come when the BFF dies. */
export type Fate = 'answered' | 'answer lost' | 'half sent';

export interface CrashPoint {
  name: string;
  fate: Fate;
  /** Which request of the phone it is; `answer` is undefined before it is sent. */
  meets(asked: HttpRequest, answer?: HttpAnswer): boolean;
}

const isClaim = ({ url }: HttpRequest) => url.endsWith('/sessions/claim');
const isChallenge = ({ url }: HttpRequest) => url.endsWith('/challenge');
const isSample = (kind: string) => (asked: HttpRequest) => asked.url.endsWith(`/samples/${kind}`);
const stateIn = record({ state: text() });

/** A sample of which the session awaits no other: what its answer says, since face and voice travel at once. */
export function isLastSample(asked: HttpRequest, answer?: HttpAnswer): boolean {
  return /\/samples\//.test(asked.url) && stateOf(answer) === 'deciding';
}

function isEnd({ method, url }: HttpRequest, answer?: HttpAnswer): boolean {
  const state = sessionStates.find((known) => known === stateOf(answer));
  return method === 'GET' && /\/sessions\//.test(url) && state !== undefined && isFinal(state);
}

function stateOf(answer: HttpAnswer | undefined): string | undefined {
  if (answer === undefined || answer.status >= 400) return undefined;
  const view: unknown = JSON.parse(decodeUtf8(answer.body));
  return stateIn(view) ? view.state : undefined;
}

/** Where the BFF is killed while a phone verifies. */
export const crashPoints: CrashPoint[] = [
  { name: 'after the claim', fate: 'answered', meets: isClaim },
  { name: 'after the claim, its answer lost', fate: 'answer lost', meets: isClaim },
  { name: 'after the challenge', fate: 'answered', meets: isChallenge },
  { name: 'after the challenge, its answer lost', fate: 'answer lost', meets: isChallenge },
  { name: 'in the middle of the first upload', fate: 'half sent', meets: isSample('face') },
  { name: 'after the first sample', fate: 'answered', meets: isSample('face') },
  { name: 'after the first sample, its answer lost', fate: 'answer lost', meets: isSample('face') },
  { name: 'in the middle of the second upload', fate: 'half sent', meets: isSample('voice') },
  { name: 'after both samples, while it is decided', fate: 'answered', meets: isLastSample },
  { name: 'after both samples, the answer lost', fate: 'answer lost', meets: isLastSample },
  { name: 'right after the verdict, its answer lost', fate: 'answer lost', meets: isEnd },
];

/**
 * Lets `crash` happen once, at that point of the phone's requests. A lost answer is what a phone meets whose connection
 * broke: the request rejects.
 */
export function crashAt(platform: Platform, point: CrashPoint, crash: () => Promise<void>): void {
  const { request } = platform;
  let crashed = false;
  platform.request = async (asked) => {
    if (!crashed && point.fate === 'half sent' && point.meets(asked)) {
      crashed = true;
      return await sendHalf(asked, crash);
    }
    const answer = await request(asked);
    if (crashed || point.fate === 'half sent' || !point.meets(asked, answer) || answer.status >= 400)
      return answer;
    crashed = true;
    await crash();
    if (point.fate === 'answer lost') throw new TypeError('the connection broke');
    return answer;
  };
}

/** Sends the headers and half of the body, and the other half never. */
async function sendHalf(
  { method, url, headers, body }: HttpRequest,
  crash: () => Promise<void>,
): Promise<never> {
  const whole = body ?? new Uint8Array();
  const sending = sendRaw(url, { method, headers: { ...headers, 'content-length': whole.length } });
  const broken = new Promise<never>((_, reject) => void sending.on('error', reject));
  broken.catch(() => undefined);
  const half = whole.subarray(0, whole.length / 2);
  await new Promise<void>((resolve) => void sending.write(half, () => resolve()));
  // The BFF has it and has begun to pass it on.
  await new Promise((resolve) => void setTimeout(resolve, 100));
  await crash();
  return await broken;
}
