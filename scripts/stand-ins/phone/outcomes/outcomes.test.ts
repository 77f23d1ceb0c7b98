import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-processes.ts';
import { connectCounter } from '../../counter/connect-counter.ts';
import { isOutcome, type Outcome, outcomes } from './outcomes.ts';
import { stageOutcome } from './stage-outcome.ts';

const people = join(import.meta.dirname, '..', '..', '..', 'people');
const data = mkdtempSync(join(tmpdir(), 'lz-outcomes-'));
let sandbox: RunningSandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ data, people, engines: false });
});
afterAll(async () => {
  await sandbox?.stop();
  rmSync(data, { recursive: true });
});

/** What the counter sees in the end, whether it was told that more time is needed, and what is proved. */
const ends: Record<Outcome, { state: string; result?: 'pass' | 'fail'; word?: true }> = {
  pass: { state: 'passed', result: 'pass' },
  fail: { state: 'failed', result: 'fail' },
  decline: { state: 'declined' },
  timeout: { state: 'expired' },
  void: { state: 'declined' },
  locked: { state: 'declined' },
  'low-level': { state: 'declined' },
  'authority-down': { state: 'declined' },
  late: { state: 'passed', result: 'pass', word: true },
  'wrong-word': { state: 'failed', result: 'fail', word: true },
};

describe('the phone plays an end', () => {
  it.each(Object.keys(outcomes).filter(isOutcome))('%s, and the counter sees it', async (outcome) => {
    const said: string[] = [];
    const began = performance.now();
    const view = await stageOutcome(sandbox, {
      citizen: 'p01',
      outcome,
      say: (text) => void said.push(text),
    });
    console.log(`${outcome}: ${((performance.now() - began) / 1000).toFixed(1)} s`);
    const { state, result, word } = ends[outcome];
    expect(view.state, said.join('\n')).toBe(state);
    expect(said.some((text) => /the guest says [0-9]{3}/.test(text))).toBe(word === true);
    expect(view.result === undefined ? undefined : await outcomeIn(view.result, view.sessionId)).toBe(result);
  });

  it('again with the same phone, which has its credential now', async () => {
    const said: string[] = [];
    const say = (text: string) => void said.push(text);
    expect(await stageOutcome(sandbox, { citizen: 'p01', outcome: 'pass', say })).toMatchObject({
      state: 'passed',
    });
    expect(said.join()).not.toContain('applies');
  });

  it('at the check that it is handed', async () => {
    const counter = await connectCounter(sandbox, 'cnt_sandbox-hotel-2');
    const { session, id } = await counter.open({ scene: 'hotel', purpose: 'visit' });
    const shown = JSON.stringify(session);
    await stageOutcome(sandbox, { citizen: 'p02', outcome: 'decline', shown, say: () => undefined });
    expect(await counter.read(id)).toMatchObject({ state: 'declined' });
  });
});

async function outcomeIn(token: string, sessionId: string): Promise<string> {
  const counter = await connectCounter(sandbox, 'cnt_sandbox-hotel-1');
  return (await counter.verifyResult(token, sessionId)).outcome;
}
