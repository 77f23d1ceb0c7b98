import type { Static, TSchema } from 'typebox';
import type { Call } from '../../../../shared/contract/schema.ts';

type PartOf<C, Name extends string> = C extends { readonly [N in Name]: infer S extends TSchema }
  ? { readonly [N in Name]: Static<S> }
  : { readonly [N in Name]?: undefined };

/** What goes along with a call: all that its contract names. */
export type Sent<C extends Call> = PartOf<C, 'params'> & PartOf<C, 'query'> & PartOf<C, 'body'>;
