import type { Static } from 'typebox';
import { LocatorSchema } from '../attempt/03-challenge.ts';
import { SealedReceipt } from '../authority/receipts.ts';
import { type Call, CompactSchema, exact } from '../schema.ts';

export const ReadReceiptBody = exact({ locator: LocatorSchema });

/** The same for every locator, whether there is something or not: only who has the key can tell. */
export const ReceiptAnswer = exact({
  ...SealedReceipt.properties,
  /** The authority's newest, signed by its root: the phone checks the receipt by it. */
  keyList: CompactSchema,
});
export type ReceiptAnswer = Static<typeof ReceiptAnswer>;

/** The locator travels in the body, so that no address says it. */
export const readReceiptCall = {
  method: 'POST',
  path: '/holder/v1/receipts/read',
  summary: 'Anybody fetches what lies under a locator: a sealed receipt, or what looks like one.',
  body: ReadReceiptBody,
  status: 200,
  answer: ReceiptAnswer,
} as const satisfies Call;
