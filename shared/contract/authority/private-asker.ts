import { type Static, Type } from 'typebox';
import { type Call, exact, oneOf } from '../schema.ts';
import { Registration } from './registration.ts';

/**
 * Claims of the statement that a private person asks (JWS ES256, typ `lz-private-asker+jwt`, kid of the registrar's certificate): no name, no
 * brand, no place. It is the same for everybody.
 */
export const PrivateAskerClaims = exact({
  iss: Type.String(),
  iat: Type.Integer(),
  exp: Type.Integer(),
  sandbox: Type.Boolean(),
  asker: oneOf(['private-person']),
  scene: oneOf(['peer']),
  purpose: oneOf(['meet']),
});
export type PrivateAskerClaims = Static<typeof PrivateAskerClaims>;

export const authorityPrivateAskerCall = {
  method: 'GET',
  path: '/v1/private-asker',
  summary: 'The signed statement that a private person asks, for who is asked by one.',
  status: 200,
  answer: Registration,
} as const satisfies Call;
