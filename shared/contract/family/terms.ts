import { type Static, Type } from 'typebox';
import { delegationStates, relations, wardAsks, wardForms } from '../../family.ts';
import { idPattern } from '../../ids.ts';
import { sceneNames } from '../../scenes.ts';
import { exact, oneOf, SceneSchema, TimeSchema } from '../schema.ts';

export const DelegationIdSchema = Type.String({ pattern: idPattern.del });

/** By what a guardian answers for a ward, as the authority has it: nothing that says who either of them is. */
export const DelegationTerms = exact({
  delegationId: DelegationIdSchema,
  relation: oneOf(relations),
  form: oneOf(wardForms),
  /** What it may be used for. */
  scenes: Type.Array(SceneSchema, { minItems: 1, maxItems: sceneNames.length }),
  /** When it ends by itself: after a year, or on the birthday that ends its form. */
  endsAt: TimeSchema,
});
export type DelegationTerms = Static<typeof DelegationTerms>;

/** The same as a guardian's phone sees it. */
export const DelegationView = exact({
  ...DelegationTerms.properties,
  state: oneOf(delegationStates),
  asks: oneOf(wardAsks),
  /** Where the guardian asked to hear only: from when on that is so. */
  tellsFrom: Type.Optional(TimeSchema),
  /** Since when it can be renewed, and in which form; absent where that is not yet, or not any more. */
  renewable: Type.Optional(oneOf(wardForms)),
});
export type DelegationView = Static<typeof DelegationView>;
