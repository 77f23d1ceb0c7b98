import { type TSchema, Type } from 'typebox';
import { describe, expect, it } from 'vitest';
import type { Call } from '../../../../shared/contract/schema.ts';
import { counterApi, holderApi, officerApi, operatorApi, terminalApi } from '../surfaces/api.ts';
import { pointTo } from './point-to.ts';

const all: Call[] = [counterApi, holderApi, officerApi, operatorApi, terminalApi]
  .flatMap((api) => Object.values(api))
  .map(({ call }) => call);
const addresses = new Set(
  all.filter(({ method }) => method === 'GET').map(({ path }) => path.replaceAll(/:\w+/g, ':')),
);
const making = all.filter(({ made }) => made !== undefined);

/** Whether no answer is without that field. */
function isSure(schema: TSchema, [name = '', ...inner]: readonly string[]): boolean {
  if (!Type.IsObject(schema) || !schema.required?.includes(name)) return false;
  const field = schema.properties[name];
  return field !== undefined && (inner.length === 0 || isSure(field, inner));
}

describe('the place of what was made', () => {
  it.each(making)(
    'by $method $path is told by each of its answers, and can be read',
    ({ made = '', answer }) => {
      for (const [, name = ''] of made.matchAll(/:([a-zA-Z.]+)/g))
        expect([name, isSure(answer, name.split('.'))]).toEqual([name, true]);
      expect(addresses).toContain(made.replaceAll(/:[a-zA-Z.]+/g, ':'));
    },
  );

  it('is filled from the answer, further in too', () => {
    const call = { made: '/things/:thing.id/of/:owner' };
    const answer = { thing: { id: 'a/b' }, owner: 'me' };
    expect(pointTo(call, answer)).toEqual({ location: '/things/a%2Fb/of/me' });
    expect(() => pointTo(call, { thing: {}, owner: 'me' })).toThrow('thing.id');
  });
});
