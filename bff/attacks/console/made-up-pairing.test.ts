import { expect, it } from 'vitest';
import {
  approvePairingCall,
  collectTokenCall,
  openPairingCall,
} from '../../../shared/contract/operator/pairings.ts';
import * as limits from '../../../shared/limits.ts';
import { startWorld } from '../world/world.fixture.ts';
import { firstOperator, openBrowser } from './console.fixture.ts';

const world = await startWorld();

it('a command that nobody approved, or that only knows the code, gets no token, and pairings have a quota', async () => {
  const command = openBrowser(world);
  const { code, secret } = await command.get(openPairingCall, { label: 'desk-3' });
  const approval = approvePairingCall.path.replace(':code', code);
  expect((await command.ask(approvePairingCall, undefined, {}, approval)).code).toBe('token-missing');
  expect((await command.ask(collectTokenCall, { secret })).body).not.toHaveProperty('token');
  const { browser } = await firstOperator(world);
  await browser.ask(approvePairingCall, undefined, {}, approval);
  const guessed = `${secret.slice(0, -3)}AAA`;
  expect((await command.ask(collectTokenCall, { secret: guessed })).code).toBe('pairing-over');
  expect((await command.ask(collectTokenCall, { secret })).body).toHaveProperty('token');
  expect((await command.ask(collectTokenCall, { secret })).code).toBe('pairing-over');
  const asked = Array.from({ length: limits.pairingsPerNetwork.atOnce }, () =>
    command.ask(openPairingCall, { label: 'flood' }),
  );
  expect(
    (await Promise.all(asked)).filter(({ code: refused }) => refused === 'too-many-requests'),
  ).toHaveLength(1);
});
