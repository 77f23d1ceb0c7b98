import { expect, it } from 'vitest';
import { serializeLazily } from './serialize-lazily.ts';

const route = (schema: object) => ({ method: 'GET', url: '/x', httpStatus: '200', schema });

it('an answer has what its schema names, and nothing else', () => {
  const serialize = serializeLazily()(route({ type: 'object', properties: { a: { type: 'string' } } }));
  for (const a of ['1', '2']) expect(serialize({ a, b: 'secret' })).toBe(JSON.stringify({ a }));
});

it('a schema is compiled when an answer is given for the first time, and is refused there', () => {
  const serialize = serializeLazily()(route({ type: 'object', properties: { a: { $ref: '#/nowhere' } } }));
  expect(() => serialize({ a: '1' })).toThrow('nowhere');
});
