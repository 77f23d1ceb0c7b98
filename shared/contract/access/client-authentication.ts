import { Type } from 'typebox';

export const clientAssertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

/** How a client proves who it is at every OAuth endpoint: private_key_jwt (RFC 7523). `client_id` is not needed (RFC 7521 section 4.2). */
export const clientAuthentication = {
  client_assertion_type: Type.Literal(clientAssertionType, {
    description: 'That the client authenticates by a JWT.',
    examples: [clientAssertionType],
  }),
  client_assertion: Type.String({
    maxLength: 4096,
    description:
      'A JWT by the registered key of the counter (ES256): `iss` and `sub` the counter, `aud` the issuer alone, `exp` five minutes ahead at most, a fresh `jti`. It is good for one request.',
    examples: ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJjbnRfaG90ZWwtMSJ9.c2lnbmF0dXJl'],
  }),
  client_id: Type.Optional(
    Type.String({
      maxLength: 100,
      description: 'The counter; where it is sent it has to be the `sub` of the assertion.',
      examples: ['cnt_hotel-1'],
    }),
  ),
};
