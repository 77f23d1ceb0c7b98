import { type Static, Type } from 'typebox';
import { type Call, exact, RpIdSchema } from '../schema.ts';
import { Registrant, Registration } from './registration.ts';

/** The registrar's desk: calls that open to a token of its own, which no BFF has. */
export const registerCounterCall = {
  method: 'POST',
  path: '/registrar/v1/counters',
  summary:
    'Registers a counter, or brings up to date what is said about it. Its brand name is one that nobody else has, nor one that looks like it.',
  body: Registrant,
  status: 201,
  answer: Registration,
} as const satisfies Call;

/** A brand name and whose it is. */
export const BrandName = exact({ rpId: RpIdSchema, rpName: Registrant.properties.rpName });
export type BrandName = Static<typeof BrandName>;

export const registerNameCall = {
  method: 'POST',
  path: '/registrar/v1/names',
  summary: 'Registers a brand name for one relying party alone. Twice is once.',
  body: BrandName,
  status: 201,
  answer: BrandName,
} as const satisfies Call;

export const listNamesCall = {
  method: 'GET',
  path: '/registrar/v1/names',
  summary: 'All brand names that are registered, and whose each is.',
  status: 200,
  answer: exact({ names: Type.Array(BrandName) }),
} as const satisfies Call;
