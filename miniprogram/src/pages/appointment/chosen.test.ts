import { expect, it } from 'vitest';
import { pointsSeed } from '../../../../scripts/sandbox/points-seed.ts';
import type { AcceptancePoint } from '../../../../shared/contract/officer/terms.ts';
import { type Chosen, questionBefore } from './chosen.ts';
import { findPoints } from './find-points.ts';

const [point] = pointsSeed;
const found = (typed: string) => findPoints(pointsSeed, typed).map(({ pointId }) => pointId);

it('a place is found by all that was typed, in either language, in any order and case', () => {
  expect(found('演示市 东区')).toEqual(['acp_point-01']);
  expect(found('  east　demo CITY ')).toEqual(['acp_point-01']);
  expect(found('便民路')).toHaveLength(pointsSeed.length);
});

it('nothing typed finds nothing, and so does what is nowhere', () => {
  expect(found(' ')).toEqual([]);
  expect(found('月球')).toEqual([]);
});

it('from each question one goes back to the one before, and the city stays', () => {
  const asked: Chosen = { at: 'part', city: '演示市', point: demanded(point), day: '2026-11-30' };
  const backwards: (Chosen | undefined)[] = [];
  for (let at: Chosen | undefined = asked; at !== undefined; at = questionBefore(at)) backwards.push(at);
  expect(backwards.map((each) => each?.at)).toEqual(['part', 'day', 'place', 'place']);
  expect(backwards.map((each) => each?.city)).toEqual(['演示市', '演示市', '演示市', undefined]);
});

function demanded(given: AcceptancePoint | undefined): AcceptancePoint {
  if (given === undefined) throw new Error('the sandbox has no points');
  return given;
}
