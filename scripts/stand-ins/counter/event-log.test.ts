import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import { eventLog } from './event-log.ts';

function view(
  state: CounterView['state'],
  version: number,
  sessionId = 'ses_AAAAAAAAAAAAAAAAAAAAAA',
): CounterView {
  return { sessionId, state, version, scene: 'hotel', level: 'basic', openedAt: 0 };
}

describe('the event log of a counter', () => {
  it('tells the end to who waits for it, and to who asks later', async () => {
    const log = eventLog();
    const waiting = log.awaitEnd('ses_AAAAAAAAAAAAAAAAAAAAAA', 1_000);
    log.add({ view: view('claimed', 2), at: 1 });
    log.add({ view: view('passed', 5), at: 2 });
    expect((await waiting).at).toBe(2);
    expect((await log.awaitEnd('ses_AAAAAAAAAAAAAAAAAAAAAA', 1_000)).view.state).toBe('passed');
  });

  it('is not misled by the end of another session, nor by an older view', async () => {
    const log = eventLog();
    log.add({ view: view('claimed', 4), at: 1 });
    log.add({ view: view('failed', 3), at: 2 });
    log.add({ view: view('passed', 9, 'ses_BBBBBBBBBBBBBBBBBBBBBB'), at: 3 });
    await expect(log.awaitEnd('ses_AAAAAAAAAAAAAAAAAAAAAA', 20)).rejects.toThrow('no end');
  });
});
