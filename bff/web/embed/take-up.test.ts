import { describe, expect, it } from 'vitest';
import type { CounterView } from '../../../shared/contract/verify/08-result.ts';
import type { Asked, Check } from '../desk/check.ts';
import { takeUp } from './take-up.ts';

const kept = { counterId: 'cnt_sandbox-hotel-1', sessionId: 'ses_a', purpose: 'visit' } as const;
const viewOf = (more: Partial<CounterView>): CounterView => ({
  ...{ sessionId: 'ses_a', version: 3, state: 'claimed', scene: 'hotel', level: 'basic', openedAt: 1 },
  ...more,
});

function played(view: CounterView, now: number | undefined) {
  const did: string[] = [];
  const shown: (Check | undefined)[] = [];
  const read = async () => {
    did.push('read');
    return view;
  };
  const end = async (sessionId: string, reason: string) => {
    did.push(`end ${sessionId} ${reason}`);
    return view;
  };
  const run = {
    begin: async ({ scene, purpose }: Asked) => void did.push(`begin ${scene} ${purpose}`),
    resume: (check: Check) => void shown.push(check),
    leave: () => void shown.push(undefined),
    take: ({ sessionId }: CounterView) => void did.push(`take ${sessionId}`),
  };
  return { did, shown, up: takeUp({ read, end }, run, () => now) };
}

describe('a check that was on before the page was loaded', () => {
  it('is opened anew where nobody has scanned it', async () => {
    const { did, shown, up } = played(viewOf({ state: 'open' }), 5);
    await up.resume(kept);
    expect(did).toEqual(['read', 'end ses_a abandoned', 'begin hotel visit']);
    expect(shown).toEqual([]);
  });

  it('goes on where a phone has it, and shows its end where it is over', async () => {
    const { did, shown, up } = played(viewOf({}), 5);
    await up.resume(kept);
    expect(did).toEqual(['read']);
    expect(shown).toEqual([expect.objectContaining({ purpose: 'visit', view: viewOf({}) })]);
    expect(shown[0]).not.toHaveProperty('endedAt');
    const over = played(viewOf({ state: 'passed', decidedAt: 4 }), 5);
    await over.up.resume(kept);
    expect(over.shown).toEqual([expect.objectContaining({ endedAt: 4 })]);
  });
});

describe('a check that another window has on', () => {
  const { counterId, purpose } = kept;

  it('is shown by this window’s time, which is asked for where it is not known', async () => {
    const sure = played(viewOf({}), 5);
    sure.up.show({ counterId, purpose, view: viewOf({}) });
    expect(sure.shown[0]?.serverNow()).toBe(5);
    expect(sure.did).toEqual([]);
    const unsure = played(viewOf({}), undefined);
    unsure.up.show({ counterId, purpose, view: viewOf({}) });
    await expect.poll(() => unsure.did).toEqual(['read', 'take ses_a']);
  });

  it('is gone where that window has none', () => {
    const { shown, up } = played(viewOf({}), undefined);
    up.show(undefined);
    expect(shown).toEqual([undefined]);
  });
});
