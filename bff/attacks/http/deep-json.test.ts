import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;

it.each([
  ['an array in an array, eight thousand times', `{"scene":${deep(8000)},"purpose":"check-in"}`],
  ['an object in an object, two thousand times', `${'{"scene":'.repeat(1600)}1${'}'.repeat(1600)}`],
  ['two thousand fields', `{${Array.from({ length: 1200 }, (_, i) => `"field${i}":1`).join()}}`],
  ['a number beyond all numbers', '{"scene":1e999,"purpose":"check-in"}'],
])('%s is refused', async (_what, body) => {
  expect(await world.hotel.askSession(body)).toMatchObject({ status: 400, code: 'request-invalid' });
});
