import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { problemDetails } from '../../../../bff/src/http/problems/problem-details.ts';
import { type RunningSandbox, startSandbox } from '../../../sandbox/start-processes.ts';
import { connectCounter } from '../../counter/connect-counter.ts';
import { readShown } from '../read-shown.ts';
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

/** All that a play waits by itself, milliseconds; the rest is the machine's, which may be slow. */
const waitsMost = 10_000;

describe('the phone plays an end', () => {
  it.each(Object.keys(outcomes).filter(isOutcome))(
    '%s within ten seconds, and the counter sees it',
    async (outcome) => {
      const said: string[] = [];
      const waits: number[] = [];
      const view = await stageOutcome(sandbox, {
        citizen: 'p01',
        outcome,
        say: (text) => void said.push(text),
        waited: (milliseconds) => void waits.push(milliseconds),
      });
      expect(waits.reduce((sum, each) => sum + each, 0)).toBeLessThan(waitsMost);
      if (outcome === 'timeout') expect(waits).not.toEqual([]);
      const { state, result, word } = ends[outcome];
      expect(view?.state, said.join('\n')).toBe(state);
      expect(said.some((text) => /the guest says [0-9]{3}/.test(text))).toBe(word === true);
      expect(view?.result === undefined ? undefined : await outcomeIn(view.result, view.sessionId)).toBe(
        result,
      );
    },
  );

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
    const shown = readShown(JSON.stringify(session));
    await stageOutcome(sandbox, { citizen: 'p02', outcome: 'decline', shown, say: () => undefined });
    expect(await counter.read(id)).toMatchObject({ state: 'declined' });
  });

  it.each(['fail', 'wrong-word'] as const)(
    '%s, where it is handed the address of a code alone',
    async (outcome) => {
      const counter = await connectCounter(sandbox, 'cnt_sandbox-hotel-2');
      const check = await counter.open({ scene: 'hotel', purpose: 'visit' });
      const shown = readShown((await check.code()) ?? '');
      const view = await stageOutcome(sandbox, { citizen: 'p02', outcome, shown, say: () => undefined });
      expect(view).toMatchObject({ sessionId: check.id, state: 'failed' });
    },
  );

  it('says which check an end cannot happen at, and where it can, before anything happens', async () => {
    const hotel = await connectCounter(sandbox, 'cnt_sandbox-hotel-1');
    const window = await connectCounter(sandbox, 'cnt_sandbox-gov-1');
    const basic = await hotel.open({ scene: 'hotel', purpose: 'check-in' });
    const strict = await window.open({ scene: 'gov-window', purpose: 'handle-affairs' });
    const at = async (outcome: Outcome, shown: string) =>
      await stageOutcome(sandbox, { citizen: 'p03', outcome, shown: readShown(shown), say: () => undefined });
    for (const shown of [JSON.stringify(basic.session), (await basic.code()) ?? ''])
      await expect(at('low-level', shown)).rejects.toThrow(
        /hotel takes the level basic.*gov-window or traffic/,
      );
    await expect(at('pass', JSON.stringify(strict.session))).rejects.toThrow(
      /gov-window takes the level strict/,
    );
    expect(await hotel.read(basic.id)).toMatchObject({ state: 'open' });
  });

  it('says what is wrong with what it is shown', () => {
    const refused = { ...problemDetails('token-invalid', { language: 'en', traceId: 'a1' }) };
    expect(() => readShown(JSON.stringify(refused))).toThrow(/not opened: .*token-invalid, a1/);
    expect(() => readShown('')).toThrow('is empty');
    expect(() => readShown('{"a":1}')).toThrow('neither the answer');
  });
});

async function outcomeIn(token: string, sessionId: string): Promise<string> {
  const counter = await connectCounter(sandbox, 'cnt_sandbox-hotel-1');
  return (await counter.verifyResult(token, sessionId)).outcome;
}
