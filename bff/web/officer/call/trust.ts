import type { Static } from 'typebox';
import { Type } from 'typebox';
import { Value } from 'typebox/value';
import { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { exact } from '../../../../shared/contract/schema.ts';
import { Refused } from '../../staff/call/refused.ts';

/** The authority's root key, which comes with the page, from the origin of the page. */
const Trust = exact({ root: PublicJwk, sandbox: Type.Boolean() });
export type Trust = Static<typeof Trust>;

/** What the page trusts, from the file beside it. @throws Refused unreachable, not-understood */
export async function readTrust(): Promise<Trust> {
  const answer = await fetch('/officer/trust.json', { cache: 'no-cache' }).catch(() => {
    throw Refused.here('unreachable');
  });
  const said: unknown = await answer.json().catch(() => undefined);
  if (!answer.ok || !Value.Check(Trust, said)) throw Refused.here('not-understood');
  return said;
}
