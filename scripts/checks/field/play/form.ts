import { identity } from '../../../../miniprogram/src/apply/02-identity.ts';
import type { PlayOf } from '../case-file.ts';
import { clockOff, type FieldWorld } from '../world.ts';

/** What the form of an application says to what is typed or pasted; nothing leaves the phone. */
export async function playForm(world: FieldWorld, typed: PlayOf<'form'>): Promise<string> {
  const { holder } = await world.freshPhone(typed.clock && clockOff(typed.clock));
  const { name, idNumber } = await world.person('p05');
  const read = identity(holder, {
    name: typed.name ?? name,
    idNumber: typed.idNumber ?? idNumber,
    validUntil: typed.validUntil ?? 'long-term',
  });
  return read.ok ? 'accepted' : `not-taken ${read.problems.map(({ problem }) => problem).join('-')}`;
}
