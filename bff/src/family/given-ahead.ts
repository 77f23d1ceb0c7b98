import { Value } from 'typebox/value';
import { GivenAhead } from '../../../shared/contract/family/on-phone.ts';
import type { Row } from '../ports/db.ts';

/** What a guardian agreed to ahead with a code; undefined where nothing was. */
export function givenAhead({ ahead }: Row): GivenAhead | undefined {
  const given: unknown = typeof ahead === 'string' ? JSON.parse(ahead) : undefined;
  return Value.Check(GivenAhead, given) ? given : undefined;
}
