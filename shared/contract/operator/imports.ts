import { type Static, Type } from 'typebox';
import * as limits from '../../limits.ts';
import { type Call, exact } from '../schema.ts';
import { wordOf } from './terms.ts';

const Entry = exact({
  id: Type.String({
    description: 'The id of the relying party or the counter, as the page has it; empty where it has none.',
    examples: ['cnt_my-hotel-1'],
  }),
  outcome: wordOf(
    ['added', 'unchanged', 'renewed', 'kept', 'refused'],
    'added: it is there now. unchanged: it was there, the same. renewed: a statement that ends later was taken. kept: it was there, otherwise, and stays as it is. refused: see `code`; the others of the page stand.',
  ),
  code: Type.Optional(
    Type.String({
      description: 'Why it was refused: a code of the table of errors.',
      examples: ['key-taken'],
    }),
  ),
  fault: Type.Optional(
    Type.String({
      description:
        'With `request-invalid`: the place in the entry (RFC 6901) that does not fit, and why not.',
      examples: ['/scenes/0/level is none of the words there are'],
    }),
  ),
});
export type ImportedEntry = Static<typeof Entry>;

const entries = (what: string, example: object) =>
  Type.Optional(
    Type.Array(Type.Unknown(), {
      maxItems: limits.importPage,
      description: `${what} Each is judged by itself: one that does not fit is refused, and the others stand.`,
      examples: [[example]],
    }),
  );

/** Many at once, in pages as large as a body may be: a page that is sent again does nothing twice, so that an import is taken up where it ended. */
export const importCall = {
  method: 'POST',
  path: '/operator/v1/imports',
  summary:
    'Adds relying parties and then counters, each by itself: what is there already stays as it is. Counters without a statement are registered with the authority (Registrar-Token).',
  body: exact({
    relyingParties: entries('Relying parties to add, each as the body of `addRelyingParty`.', {
      ...{ rpId: 'rp_my-hotel', name: 'My Hotel', scenes: [{ scene: 'hotel' }] },
    }),
    counters: entries('Counters to add, each as the body of `addCounter`.', {
      ...{ counterId: 'cnt_my-hotel-1', rpId: 'rp_my-hotel', name: 'Desk 1', place: '1 Harbour Road' },
      key: {
        ...{ kty: 'EC', crv: 'P-256', kid: '2026-08' },
        x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
        y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
      },
    }),
  }),
  status: 200,
  answer: exact({
    entries: Type.Array(Entry, { description: 'What became of each, in the order of the page.' }),
  }),
  registrar: true,
  verified: true,
} as const satisfies Call;
