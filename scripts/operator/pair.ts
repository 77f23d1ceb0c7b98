import { hostname, platform } from 'node:os';
import { setTimeout as pause } from 'node:timers/promises';
import { collectTokenCall, openPairingCall } from '../../shared/contract/operator/pairings.ts';
import { askOperator } from '../program/ask-operator.ts';
import { keepOperatorToken, readOperatorToken } from '../program/operator-token.ts';
import { readRunning } from '../sandbox/read-running.ts';
import type { Place, Say } from './place.ts';

/**
 * Gets this command a token: an operator compares the code that is printed with the one in the console, and approves it by passkey. The
 * token is written for its owner alone, and never printed.
 * @throws Error in a sentence where it was refused, or nobody came
 */
export async function pairByCommand(place: Place, say: Say): Promise<void> {
  const bffUrl = place.bffUrl ?? process.env.BFF ?? (await knownBff(place.data));
  const label = `${hostname()} (${platform()})`.slice(0, 60);
  const { secret, code, page, interval, expiresAt } = await askOperator({ bffUrl }, openPairingCall, {
    body: { label },
  });
  say(`\nOpen this page, compare the code, and approve it by your passkey:\n\n  ${page}\n\n  ${code}\n`);
  say(`Waiting until ${new Date(expiresAt).toLocaleTimeString()} ...`);
  for (;;) {
    await pause(interval);
    const { token, expiresAt: until } = await askOperator({ bffUrl }, collectTokenCall, { body: { secret } });
    if (token === undefined) continue;
    const file = keepOperatorToken(place.data, { bffUrl, token, expiresAt: until });
    return say(`The token lies in ${file}, good until ${new Date(until).toLocaleString()}.`);
  }
}

async function knownBff(data: string): Promise<string> {
  const running = await readRunning(data).catch(() => undefined);
  const known = running?.bffUrl ?? readOperatorToken(data, { now: 0 })?.bffUrl;
  if (known === undefined) throw new Error('Which BFF? Name it by --bff URL.');
  return known;
}
