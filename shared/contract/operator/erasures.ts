import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { idOf, wordOf } from './terms.ts';

const ErasureId = idOf(
  'ers',
  'The number of the receipt. It leads to no person.',
  'ers_Qm9va3NhcmVmb3JldmVyMA',
);

/** What an operator finds of an erasure by the number of its receipt: nobody's name, account, phone or credential. */
export const ErasureRecord = exact({
  erasureId: ErasureId,
  day: Type.String({
    pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$',
    description: 'The day in China on which the account was erased here.',
    examples: ['2027-01-15'],
  }),
  state: wordOf(
    ['done', 'pending'],
    'done: the authority has deleted its part too, or held nothing. pending: it could not be reached, and is told until it has.',
  ),
});
export type ErasureRecord = Static<typeof ErasureRecord>;

export const readErasureCall = {
  method: 'GET',
  path: '/operator/v1/erasures/:erasureId',
  summary: 'Whether an account was erased, by the number of its receipt; for three years.',
  params: exact({ erasureId: ErasureId }),
  status: 200,
  answer: ErasureRecord,
} as const satisfies Call;
