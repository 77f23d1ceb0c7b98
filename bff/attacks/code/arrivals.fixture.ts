import { Value } from 'typebox/value';
import { Arrival } from '../../../shared/contract/verify/02-arrive.ts';
import * as limits from '../../../shared/limits.ts';
import { land } from '../../src/verify/02-land.ts';
import type { OpenCounter } from '../world/counter.fixture.ts';
import type { Phone } from '../world/phone.fixture.ts';
import type { World } from '../world/world.fixture.ts';

/** A moment after which no code that was shown before it counts, nor as late. */
export const tooLate = limits.lateCodeMaxAge + 1000;

/** A counter that shows its code, and a phone that has arrived by it. */
export async function arrived(world: World, phone: Phone, counter: OpenCounter = world.hotel) {
  const session = await (counter.id === world.netBar.id ? counter.open('net-bar', 'log-on') : counter.open());
  const code = counter.code(session);
  const { ticket } = Value.Parse(Arrival, (await phone.arrive({ code })).body);
  return { session, code, ticket };
}

/** The ticket that a browser is given when it opens a code. */
export async function cookieOf(world: World, code: string): Promise<string> {
  const { ticket } = await land(world.ports, { code, source: '203.0.113.9' });
  if (ticket === undefined) throw new Error('no ticket');
  return ticket;
}
