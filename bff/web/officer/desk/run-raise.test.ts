import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it, vi } from 'vitest';
import { endRaiseCall, openRaiseCall, readRaiseCall } from '../../../../shared/contract/raise/01-open.ts';
import { relayCardCall } from '../../../../shared/contract/raise/03-card.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { Call } from '../../../../shared/contract/schema.ts';
import type { OpenSessionAnswer } from '../../../../shared/contract/verify/01-open-session.ts';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { serverClock } from '../../desk/live/server-clock.ts';
import { Refused } from '../../staff/call/refused.ts';
import type { Sent } from '../../staff/call/sent.ts';
import type { OfficerClient } from '../call/officer-client.ts';
import { cardDraft, type Draft } from '../card/card-draft.ts';
import { runRaise } from './run-raise.ts';

const sessionId = `ses_${'a'.repeat(22)}`;
const viewOf = (state: OfficerView['state'], version: number): OfficerView => ({
  ...{ sessionId, ceremony: 'raise', state, version, serverTime: 1000 },
});
const opened: OpenSessionAnswer = {
  ...{ sessionId, rpId: asId('rp', 'rp_points'), counterId: asId('cnt', 'cnt_points-1') },
  ...({ scene: 'acceptance', purpose: 'raise', level: 'strict', codeBaseUrl: 'https://id.example' } as const),
  ...{ token: 't'.repeat(22), secret: 's'.repeat(43), openedAt: 1000, serverTime: 1000, expiresAt: 2000 },
};

/** A desk whose server answers each long poll as it is told to. */
function openDesk(answers: Partial<Record<string, () => unknown>> = {}) {
  const polls: { answer(view: OfficerView): void; fail(why: Refused): void }[] = [];
  async function answerOf(made: Call, sent: { query?: unknown }): Promise<unknown> {
    if (
      made === readRaiseCall &&
      typeof sent.query === 'object' &&
      sent.query !== null &&
      'after' in sent.query
    ) {
      const { promise, resolve, reject } = Promise.withResolvers<OfficerView>();
      polls.push({ answer: resolve, fail: reject });
      return await promise;
    }
    return made === openRaiseCall ? opened : await answers[made.path]?.();
  }
  const client: OfficerClient = {
    async call<C extends Call>(made: C, sent: Sent<C>): Promise<Static<C['answer']>> {
      const said = await answerOf(made, sent);
      const schema: C['answer'] = made.answer;
      if (!Value.Check(schema, said)) throw new Error(`not as agreed: ${made.path}`);
      return said;
    },
  };
  const card = cardDraft((length) => new Uint8Array(length).fill(7));
  const ended = vi.fn();
  const run = runRaise({ at: { client }, clock: serverClock(), card, changed: () => {}, ended });
  const next = async (view: OfficerView) => {
    polls.at(-1)?.answer(view);
    await vi.waitFor(() => expect(run.raise()?.view).toEqual(view));
  };
  return { run, card, ended, polls, next };
}

describe('the session of a desk', () => {
  it('is followed from change to change until its end, which is told once', async () => {
    const { run, ended, polls, next } = openDesk();
    await run.begin();
    await next(viewOf('claimed', 2));
    await next(viewOf('challenged', 3));
    await next(viewOf('passed', 4));
    run.take(viewOf('passed', 4));
    expect(ended).toHaveBeenCalledOnce();
    expect(polls).toHaveLength(3);
  });

  it('signs over papers whose answer was lost once they have come, and takes them for no others', async () => {
    const envelope = new Uint8Array(1);
    const sealed = { kind: 'card', challengeId: `chl_${'c'.repeat(22)}`, digest: 'd', envelope } as const;
    const { run, card, next } = openDesk({
      [relayCardCall.path]: () => Promise.reject(Refused.here('unreachable')),
    });
    let held: Draft = { is: 'sealed', ...sealed };
    card.now = () => held;
    card.wipe = () => {
      held = { is: 'empty' };
    };
    await run.begin('family');
    held = { is: 'sealed', ...sealed };
    await next({ ...viewOf('challenged', 3), ceremony: 'family', awaited: ['card', 'kin'] });
    await expect(run.sendPapers(sealed)).rejects.toThrow('unreachable');
    expect(held.is).toBe('sealed');
    await next({ ...viewOf('challenged', 4), ceremony: 'family', awaited: ['kin'] });
    expect(held.is).toBe('empty');
    expect(run.raise()?.sent).toEqual({ card: 'd' });
  });

  it('goes back to nothing older than it knows', async () => {
    const { run, next } = openDesk();
    await run.begin();
    await next(viewOf('challenged', 5));
    run.take(viewOf('claimed', 4));
    expect(run.raise()?.view.state).toBe('challenged');
  });

  it('forgets the card that was sealed for an attempt as the next one begins, and as it ends', async () => {
    const { run, next } = openDesk({ [relayCardCall.path]: () => viewOf('challenged', 4) });
    await run.begin();
    await next(viewOf('challenged', 3));
    await run.sendPapers({
      kind: 'card',
      challengeId: `chl_${'c'.repeat(22)}`,
      envelope: new Uint8Array(1),
      digest: 'd',
    });
    expect(run.raise()?.sent).toEqual({ card: 'd' });
    await next(viewOf('claimed', 5));
    expect(run.raise()?.sent).toEqual({});
  });

  it('calls a session what its officer began, whatever the server calls it', async () => {
    const { run, polls } = openDesk();
    await run.begin('raise');
    polls.at(-1)?.answer({ ...viewOf('challenged', 3), ceremony: 'revoke' });
    await vi.waitFor(() => expect(run.raise()?.view.state).toBe('challenged'));
    expect(run.raise()).toMatchObject({ work: 'raise', view: { ceremony: 'raise' } });
  });

  it('leaves a plain card with nobody: whoever clears the desk finds it empty', async () => {
    const { run, card, next } = openDesk();
    await run.begin();
    await next(viewOf('challenged', 3));
    card.take({
      name: '林知遥',
      idNumber: '990001199904121101',
      validFrom: '2021-03-01',
      validUntil: 'long-term',
      chip: null,
    });
    run.leave();
    expect(card.now()).toEqual({ is: 'empty' });
  });

  it('that was decided as it was ended is as it was decided', async () => {
    const { run, next } = openDesk({
      [endRaiseCall.path]: () => Promise.reject(Refused.as('session-over')),
      [readRaiseCall.path]: () => viewOf('passed', 9),
    });
    await run.begin();
    await next(viewOf('challenged', 3));
    await run.end();
    expect(run.raise()?.view.state).toBe('passed');
  });

  it('says that the line is lost, asks again, and takes it back', async () => {
    vi.useFakeTimers();
    try {
      const { run, polls } = openDesk();
      await run.begin();
      polls[0]?.fail(Refused.here('unreachable'));
      await vi.advanceTimersByTimeAsync(1);
      expect(run.isLost()).toBe(true);
      await vi.advanceTimersByTimeAsync(limits.officerPause);
      polls[1]?.answer(viewOf('claimed', 2));
      await vi.advanceTimersByTimeAsync(1);
      expect([run.isLost(), run.raise()?.view.state]).toEqual([false, 'claimed']);
      run.leave();
    } finally {
      vi.useRealTimers();
    }
  });
});
