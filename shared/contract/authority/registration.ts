import { type Static, Type } from 'typebox';
import { shownNamePattern } from '../../shown-name.ts';
import {
  Base64urlSchema,
  CompactSchema,
  CounterIdSchema,
  exact,
  RpIdSchema,
  SceneSchema,
} from '../schema.ts';
import { PublicJwk } from './keys.ts';

/** A name that people are shown: it says its length itself. */
const Shown = Type.String({ pattern: shownNamePattern });

/** Who asks, as the registrar of the authority has seen it: the RP, its counter, where that stands, what it may ask for. */
export const Registrant = exact({
  rpId: RpIdSchema,
  rpName: Shown,
  counterId: CounterIdSchema,
  counterName: Shown,
  place: Shown,
  scenes: Type.Array(SceneSchema, { minItems: 1, uniqueItems: true }),
  /** RFC 7638 thumbprint of the key by which the counter gets its tokens. */
  counterKey: Base64urlSchema(43, 43),
});
export type Registrant = Static<typeof Registrant>;

const signed = { iss: Type.String(), iat: Type.Integer(), exp: Type.Integer(), sandbox: Type.Boolean() };

/** Claims of a registrar's certificate (JWS ES256, typ `lz-registrar+jwt`, kid `root`): its key may sign statements. */
export const RegistrarClaims = exact({ ...signed, kid: Type.String(), jwk: PublicJwk });
export type RegistrarClaims = Static<typeof RegistrarClaims>;

/** Claims of the statement about a counter (JWS ES256, typ `lz-registration+jwt`, kid of the registrar's certificate). */
export const RegistrationClaims = exact({ ...signed, ...Registrant.properties });
export type RegistrationClaims = Static<typeof RegistrationClaims>;

/** What a counter is given when it is registered, and what whoever is asked by it can check by the root alone. */
export const Registration = exact({ registrar: CompactSchema, statement: CompactSchema });
export type Registration = Static<typeof Registration>;
