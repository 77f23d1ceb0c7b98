import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import * as limits from '../../../../shared/limits.ts';
import type { Line } from './after-ending.ts';
import { type Following, followStream } from './follow-stream.ts';

const view = { sessionId: 'ses_0000000000000000000000', state: 'open', version: 1 };
const session = (cursor: string) => `event: session\ndata: ${JSON.stringify(view)}\nid: ${cursor}\n\n`;
const end = (reason: string) => `event: end\ndata: {"reason":"${reason}"}\n\n`;

/** What the service was asked, and what it says next: parts of a stream, left open where `open`, or a refusal. */
let asked: { path: string; after: string | null; token: string | null }[];
let answers: ({ says: string; open?: true } | { status: number; retryAfter?: string } | object | 'nobody')[];
let lines: Line[];
let tokens: number;
let held: string | undefined;
let following: Following;
const token = {
  api: '',
  get: async () => {
    held ??= `token-${++tokens}`;
    return held;
  },
  drop() {
    held = undefined;
  },
};

function streamOf(says: string, open: boolean, signal: AbortSignal | null | undefined): ReadableStream {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode(says));
      if (!open) controller.close();
      signal?.addEventListener('abort', () => {
        if (open) controller.error(signal.reason);
      });
    },
  });
}

beforeEach(() => {
  vi.useFakeTimers();
  [asked, answers, lines, tokens, held] = [[], [], [], 0, undefined];
  vi.stubGlobal('fetch', async (path: string, { headers, signal }: RequestInit) => {
    const sent = new Headers(headers);
    asked.push({ path, after: sent.get('last-event-id'), token: sent.get('authorization') });
    const next = answers.shift();
    if (next === undefined) return await new Promise(() => undefined);
    if (next === 'nobody') throw new TypeError('no network');
    if ('says' in next) return new Response(streamOf(next.says, 'open' in next, signal));
    if ('status' in next)
      return new Response('{}', {
        status: next.status,
        headers: 'retryAfter' in next ? { 'retry-after': String(next.retryAfter) } : {},
      });
    return Response.json(next);
  });
});
afterEach(() => {
  following.stop();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function follow(milliseconds: number): Promise<void> {
  following = followStream(token, undefined, {
    view: () => undefined,
    alive: () => undefined,
    line: (line) => void lines.push(line),
  });
  await vi.advanceTimersByTimeAsync(milliseconds);
}

describe('following the sessions of a counter', () => {
  it('goes on after the last event with a fresh token where the old one ran out, without a word', async () => {
    answers = [{ says: session('1-x') + end('token-ends') }, { says: ':\n', open: true }];
    await follow(5_000);
    expect(asked.map(({ after }) => after)).toEqual([null, '1-x']);
    expect(asked.map((each) => each.token)).toEqual(['Bearer token-1', 'Bearer token-2']);
    expect(lines).toEqual([]);
  });

  it('fetches another token at once where one is refused, though a stream broke just before', async () => {
    answers = [{ says: session('1-x') }, { status: 401 }, { says: ':\n', open: true }];
    await follow(5_000);
    expect(asked.map((each) => each.token)).toEqual(['Bearer token-1', 'Bearer token-1', 'Bearer token-2']);
    expect(lines).toEqual(['lost', 'stands']);
  });

  it('says that the counter is refused where a fresh token is, and asks on', async () => {
    answers = [{ status: 401 }, { status: 401 }, { says: ':\n', open: true }];
    await follow(limits.eventStreamRefused - 1);
    expect(lines).toEqual(['refused']);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(lines).toEqual(['refused', 'stands']);
  });

  it('waits for a restart as long as the service asks, without a word', async () => {
    answers = [{ says: `retry: 7000\n${end('restart')}` }, { says: ':\n', open: true }];
    await follow(6_900);
    expect(asked).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(200);
    expect(asked).toHaveLength(2);
    expect(lines).toEqual([]);
  });

  it('does not take a proxy without a server for a line that stands', async () => {
    answers = [...Array(4).fill({ says: 'retry: 3000\n:\n' }), { says: ':\n', open: true }];
    await follow(30_000);
    expect(lines).toEqual(['lost', 'stands']);
  });

  it('cuts a line that is silent, and says so', async () => {
    answers = [{ says: ':\n', open: true }, 'nobody'];
    await follow(limits.eventStreamSilence + 100);
    expect(lines).toEqual(['lost']);
    expect(asked).toHaveLength(1);
  });

  it('asks for pages where all places are taken, from where it was, and tries for a stream again', async () => {
    const page = { sessions: [view], next: '2-x', more: false };
    answers = [{ says: session('1-x') }, { status: 429, retryAfter: '600' }, page, page];
    await follow(limits.eventStreamPoll + 1_500);
    expect(asked.slice(2).map(({ path }) => path)).toEqual([
      '/counter/v1/sessions?since=1-x',
      '/counter/v1/sessions?since=2-x',
    ]);
    expect(lines).toEqual(['lost', 'stands']);
  });

  it('says that too many ask where not even pages are given', async () => {
    answers = [{ status: 429 }, { status: 429 }];
    await follow(1_000);
    expect(lines).toEqual(['busy']);
  });

  it('takes the stream up anew, without a word, when the machine was asleep or its network is back', async () => {
    answers = [
      { says: session('1-x'), open: true },
      { says: ':\n', open: true },
      { says: ':\n', open: true },
    ];
    await follow(1_000);
    following.look(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(1);
    following.look(true);
    await vi.advanceTimersByTimeAsync(limits.eventStreamStale + 1);
    expect(asked.map(({ after }) => after)).toEqual([null, '1-x']);
    following.look(false);
    await vi.advanceTimersByTimeAsync(100);
    expect(asked).toHaveLength(3);
    expect(lines).toEqual([]);
  });

  it('does not wait for its next try once the network is back', async () => {
    answers = ['nobody', 'nobody', 'nobody', 'nobody', 'nobody', { says: ':\n', open: true }];
    await follow(7_600);
    expect(asked).toHaveLength(5);
    following.look(true);
    await vi.advanceTimersByTimeAsync(limits.eventStreamSettles + 100);
    expect(lines).toEqual(['lost', 'stands']);
  });
});
