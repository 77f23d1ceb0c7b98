import { expect, it } from 'vitest';
import { startWorld } from '../world/world.fixture.ts';

const world = await startWorld();

it.each([
  '{',
  '{"scene":"hotel",}',
  "{'scene':'hotel'}",
  'scene=hotel',
  '\0',
  '{"scene":"hotel"}{"purpose":"visit"}',
])('the body %j is refused as no JSON', async (body) => {
  expect(await world.hotel.askSession(body)).toMatchObject({ status: 400, code: 'body-not-json' });
});

it.each(['null', '1', '"hotel"', '[]', '[{"scene":"hotel","purpose":"visit"}]'])(
  'the body %j is refused as no object',
  async (body) => {
    expect(await world.hotel.askSession(body)).toMatchObject({ status: 400, code: 'request-invalid' });
  },
);
