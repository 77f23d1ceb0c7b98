import { expect, it } from 'vitest';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { random } from '../authority.fixture.ts';
import { startWithPoints, yes } from './raise.fixture.ts';

const officerId = newId('off', random);
const pointId = asId('acp', 'acp_north');
const count = limits.officerActsPerPage + 1;

it('what an officer has raised comes by pages, the newest first, and is put under review to the last', async () => {
  const { authority, administer } = startWithPoints();
  const { cases } = authority.ports().store;
  const word = { officerId, shiftId: newId('shf', random), passkeyId: 'p', at: 1, decision: yes };
  for (let n = 1; n <= count; n++)
    cases.add({
      ...{ id: newId('cas', random), sessionId: newId('ses', random), credential: newId('crd', random) },
      ...{ person: `p${n}`, pointId, words: [word], cardRead: 'chip', evidence: [] },
      // All but the newest at one moment.
      ...{ at: n === count ? 2 : 1, state: 'raised', waitsFor: undefined },
    });
  for (const by of [{ officerId }, { pointId }, { passkeyId: 'p' }]) {
    const first = await administer('raised', by);
    expect(first.cases).toHaveLength(limits.officerActsPerPage);
    expect(first.cases[0].decidedAt).toBe(2);
    const { cases: rest, next } = await administer('raised', { ...by, before: first.next });
    expect(next).toBeUndefined();
    const ids = [...first.cases, ...rest].map(({ caseId }) => caseId);
    expect(new Set(ids).size).toBe(count);
  }
  expect(await administer('raised/review', { officerId })).toEqual({ underReview: count });
  await authority.stop();
});
