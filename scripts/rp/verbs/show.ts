import { listCountersCall, showCounterCall } from '../../../shared/contract/operator/counters.ts';
import {
  listRelyingPartiesCall,
  showRelyingPartyCall,
} from '../../../shared/contract/operator/relying-parties.ts';
import * as limits from '../../../shared/limits.ts';
import type { Desk } from '../desk.ts';
import { everyPage } from '../every-page.ts';
import type { Options } from '../options.ts';

const day = (at: number) => new Date(at).toISOString().slice(0, 10);

/**
 * `list [RP]`: relying parties, all or with --find those of which id or name begin so; the counters of one, or with --ending those to be
 * renewed within 30 days. @throws Refused
 */
export async function listByCommand(desk: Desk, rpId: string | undefined, given: Options): Promise<void> {
  if (rpId === undefined && !given.ending) {
    const found = given.find === undefined ? {} : { find: given.find };
    for await (const { relyingParties } of everyPage(desk, listRelyingPartiesCall, found))
      for (const { rpId: id, name, standing, underWatch, counters } of relyingParties)
        console.log(`${id}  ${name}  ${standing}${underWatch ? ', under watch' : ''}  ${counters} counters`);
    return;
  }
  const query = {
    ...(rpId === undefined ? {} : { rpId }),
    ...(given.ending ? { endsBefore: Date.now() + limits.registrationEndsSoon } : {}),
  };
  for await (const { counters } of everyPage(desk, listCountersCall, query))
    for (const { counterId, name, place, standing, registrationEnds } of counters)
      console.log(`${counterId}  ${name}, ${place}  ${standing}  registered until ${day(registrationEnds)}`);
}

/** `show ID`: a relying party or a counter, with all that is stored. @throws Refused */
export async function showByCommand(desk: Desk, id: string): Promise<void> {
  const record = id.startsWith('rp_')
    ? await desk.ask(showRelyingPartyCall, { params: { rpId: id } })
    : await desk.ask(showCounterCall, { params: { counterId: id } });
  console.log(JSON.stringify(record, null, 2));
}
