import {
  listCountersCall,
  registerCounterAnewCall,
  showCounterCall,
} from '../../../shared/contract/operator/counters.ts';
import * as limits from '../../../shared/limits.ts';
import type { Desk } from '../desk.ts';
import { everyPage } from '../every-page.ts';

/**
 * `renew [ID]`: has the registrar sign anew who a counter is, or all of a relying party; without one, all whose registration ends within
 * 30 days. @throws Refused
 */
export async function renewByCommand(desk: Desk, id: string | undefined): Promise<void> {
  const found: { counterId: string; version: number }[] = [];
  if (id?.startsWith('cnt_')) found.push(await desk.ask(showCounterCall, { params: { counterId: id } }));
  else {
    const query = id === undefined ? { endsBefore: Date.now() + limits.registrationEndsSoon } : { rpId: id };
    for await (const { counters } of everyPage(desk, listCountersCall, query))
      found.push(...counters.filter(({ standing }) => standing === 'active'));
  }
  for (const { counterId, version } of found) {
    const params = { counterId };
    const { registrationEnds } = await desk.ask(registerCounterAnewCall, { params, body: { version } });
    console.log(`${counterId} is registered until ${new Date(registrationEnds).toISOString().slice(0, 10)}.`);
  }
  if (found.length === 0) console.log('No registration ends within 30 days.');
}
