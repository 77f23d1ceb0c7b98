import { beforeEach, describe, expect, it } from 'vitest';
import type { CounterView } from '../../../../shared/contract/verify/08-result.ts';
import { Refused } from '../send-call.ts';
import { type Doubted, resync } from './resync.ts';

const sessionId = 'ses_0000000000000000000000';
const viewIn = (state: CounterView['state']): CounterView => ({
  ...{ sessionId, state, version: 2, scene: 'hotel', level: 'basic', openedAt: 1 },
});
let answers: (CounterView | Error)[];
let happened: string[];
let sure: boolean;
let reopenings: (Error | undefined)[];
const stop = new AbortController();

beforeEach(() => {
  answers = [];
  happened = [];
  sure = true;
  reopenings = [];
});
const doubted = (wasOpen: boolean): Doubted => ({
  sessionId,
  wasOpen,
  async read() {
    const next = answers.shift();
    if (next === undefined) throw new Error('nobody expects another question');
    if (next instanceof Error) throw next;
    return next;
  },
  isTimeSure: () => sure || answers.length === 0,
  take: ({ state }) => void happened.push(state),
  async reopen() {
    const fault = reopenings.shift();
    if (fault !== undefined) throw fault;
    happened.push('reopened');
  },
  async wait(milliseconds) {
    happened.push(`${milliseconds} ms`);
  },
});
const run = (wasOpen: boolean) => resync(doubted(wasOpen), stop.signal);

describe('what a counter does when it wakes', () => {
  it.each(['open', 'claimed', 'passed', 'failed', 'declined', 'cancelled', 'aborted'] as const)(
    'shows that the session is %s',
    async (state) => {
      answers = [viewIn(state)];
      await run(true);
      expect(happened).toEqual([state]);
    },
  );

  it('opens another session where the one whose code was shown ran out meanwhile', async () => {
    answers = [viewIn('expired')];
    await run(true);
    expect(happened).toEqual(['reopened']);
  });

  it('says that a check ran out which a guest had begun', async () => {
    answers = [viewIn('expired')];
    await run(false);
    expect(happened).toEqual(['expired']);
  });

  it('opens another session where the old one is gone', async () => {
    answers = [new Refused(404)];
    await run(false);
    expect(happened).toEqual(['reopened']);
  });

  it('asks again, ever more calmly, while nobody answers or the answer is no answer', async () => {
    answers = [0, 503, 500, 429, 401, 403].map((status) => new Refused(status));
    answers.push(viewIn('open'));
    await run(true);
    expect(happened).toEqual(['500 ms', '1000 ms', '2000 ms', '4000 ms', '8000 ms', '8000 ms', 'open']);
  });

  it('asks again while the answer does not tell the time', async () => {
    sure = false;
    answers = [viewIn('open'), viewIn('open')];
    await run(true);
    expect(happened).toEqual(['open', '500 ms', 'open']);
  });

  it('tries again to open another session where that failed', async () => {
    answers = [viewIn('expired'), viewIn('expired')];
    reopenings = [new Refused(0)];
    await run(true);
    expect(happened).toEqual(['500 ms', 'reopened']);
  });

  it('does nothing more once something else is on', async () => {
    const other = new AbortController();
    answers = [viewIn('expired')];
    const done = resync(doubted(true), other.signal);
    other.abort();
    await done;
    expect(happened).toEqual([]);
  });
});
