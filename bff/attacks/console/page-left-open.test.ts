import { expect, it } from 'vitest';
import { readFiguresCall, readHealthCall } from '../../../shared/contract/operator/figures.ts';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser } from './console.fixture.ts';

const world = await startWorld();

it('a console that somebody walked away from is closed after fifteen minutes, though its page goes on looking by itself', async () => {
  const { browser } = await firstOperator(world);
  const minute = 60_000;
  for (let passed = minute; passed < limits.operatorIdle; passed += minute) {
    world.clock.pass(minute);
    expect((await browser.ask(readHealthCall)).status).toBe(200);
  }
  world.clock.pass(minute);
  expect((await browser.ask(readHealthCall)).code).toBe('token-invalid');
  expect((await browser.session()).code).toBe('token-invalid');
});

it('figures and health are for operators alone', async () => {
  const stranger = openBrowser(world);
  for (const call of [readFiguresCall, readHealthCall])
    expect((await stranger.ask(call)).code).toBe('token-missing');
});
