import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { describe, expect, it, vi } from 'vitest';
import { assistCall } from '../../../../shared/contract/assist/01-open.ts';
import { assistChallengeCall } from '../../../../shared/contract/assist/03-challenge.ts';
import { readRaiseCall } from '../../../../shared/contract/raise/01-open.ts';
import type { OfficerView } from '../../../../shared/contract/raise/officer-view.ts';
import type { Call } from '../../../../shared/contract/schema.ts';
import { asId } from '../../../../shared/ids.ts';
import { serverClock } from '../../desk/live/server-clock.ts';
import { Refused } from '../../staff/call/refused.ts';
import type { Sent } from '../../staff/call/sent.ts';
import type { OfficerClient } from '../call/officer-client.ts';
import { cardDraft } from '../card/card-draft.ts';
import { runAssist } from './run-assist.ts';

const sessionId = `ses_${'a'.repeat(22)}`;
const viewOf = (state: OfficerView['state'], version: number): OfficerView => ({
  ...{ sessionId, ceremony: 'assist', state, version, serverTime: 1000 },
});

/** An attendant's page whose card was compared, and whose guest chooses. */
async function openChosen() {
  const polls: { answer(view: OfficerView): void; signal: AbortSignal | undefined }[] = [];
  const challenge = Promise.withResolvers<never>();
  async function answerOf(made: Call, signal: AbortSignal | undefined): Promise<unknown> {
    if (made === assistCall) return viewOf('claimed', 2);
    if (made === assistChallengeCall) return await challenge.promise;
    if (made !== readRaiseCall) throw new Error(`nobody answers ${made.path}`);
    const { promise, resolve } = Promise.withResolvers<OfficerView>();
    polls.push({ answer: resolve, signal });
    return await promise;
  }
  const client: OfficerClient = {
    async call<C extends Call>(
      made: C,
      _sent: Sent<C>,
      { signal }: { signal?: AbortSignal } = {},
    ): Promise<Static<C['answer']>> {
      const said = await answerOf(made, signal);
      const schema: C['answer'] = made.answer;
      if (!Value.Check(schema, said)) throw new Error(`not as agreed: ${made.path}`);
      return said;
    },
  };
  const at = { rpId: asId('rp', 'rp_sandbox-hotel'), counterId: asId('cnt', 'cnt_sandbox-hotel-1') };
  const claims = {
    ...{ iss: 'https://authority.example', iat: 1, exp: 2, sandbox: true, ...at },
    ...{ shiftId: asId('shf', `shf_${'s'.repeat(22)}`), officerId: asId('off', `off_${'o'.repeat(22)}`) },
    role: 'attendant',
    cnf: { jkt: 'j'.repeat(43) },
  } as const;
  const root = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const;
  const run = runAssist(
    {
      at: { client, claims, thumbprint: claims.cnf.jkt },
      clock: serverClock(),
      card: cardDraft((length) => new Uint8Array(length).fill(7)),
      trust: { root, sandbox: true },
    },
    () => {},
  );
  run.choose({
    ...{ sessionId, state: 'open', scene: 'hotel', purpose: 'check-in', level: 'basic', openedAt: 1000 },
  });
  await run.compare();
  return { run, polls, challenge };
}

describe('a check that an attendant carries through', () => {
  it('hears nothing of an attempt that begins before its challenge is here', async () => {
    const { run, polls } = await openChosen();
    void run.begin({ voice: false });
    expect(polls.map(({ signal }) => signal?.aborted)).toEqual([true]);
    polls[0]?.answer(viewOf('challenged', 3));
    await new Promise((later) => setTimeout(later));
    expect(run.on()?.view?.state).toBe('claimed');
    expect(polls).toHaveLength(1);
  });

  it('is followed again where an attempt could not begin', async () => {
    const { run, polls, challenge } = await openChosen();
    const begun = run.begin({ voice: false });
    challenge.reject(Refused.here('unreachable'));
    await expect(begun).rejects.toThrow('unreachable');
    expect(polls.map(({ signal }) => signal?.aborted)).toEqual([true, false]);
    polls[1]?.answer(viewOf('cancelled', 3));
    await vi.waitFor(() => expect(run.on()?.view?.state).toBe('cancelled'));
  });

  it('that was left while an attempt began is followed no more', async () => {
    const { run, polls, challenge } = await openChosen();
    const begun = run.begin({ voice: false });
    run.leave();
    challenge.reject(Refused.here('unreachable'));
    await expect(begun).rejects.toThrow('unreachable');
    expect(polls).toHaveLength(1);
    expect(run.on()).toBeUndefined();
  });
});
