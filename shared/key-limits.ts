const second = 1000;
const minute = 60 * second;

/** How long keys, what lists them and what is said by them count: a part of `limits`. */

/** Caches of keys keep them some hours, ten in the most common library: a key is published this long before it signs. */
export const resultKeyLead = 24 * 60 * minute;
/** A phone that holds a key list older than this fetches another. */
export const keyListLifetime = 24 * 60 * minute;
/** A counter that closed, or moved, is not to be shown for long; renewing takes one call of the registrar. */
export const registrationLifetime = 90 * 24 * 60 * minute;
/** A registrar's key that was stolen signs names no longer than this; a statement never outlives the certificate. */
export const registrarLifetime = 180 * 24 * 60 * minute;
/** Operators renew a registration in this time before it ends: the lists show it from then on. */
export const registrationEndsSoon = 30 * 24 * 60 * minute;
/** After a rotation the keys before go on counting so long: a chain's desks change over by the night. */
export const keyOverlap = 24 * 60 * minute;
/** The authority gives out the same key list so long: who has checked it once need not check it again. */
export const keyListRenewal = 10 * minute;
/** A BFF trusts nothing by a key list that it heard longer ago: a key that was struck signs no verdict a second later. */
export const keyListFresh = second;
/** More rotations than that within the lifetime of a receipt are no good order any more; a list with them stays below 8 KB. */
export const formerKeysMost = 16;
/** Four generations of keys fill the eight seal keys of a key list, two suites each. */
export const keyGenerations = 4;
