import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { NewCounter } from './counters.ts';
import { addRelyingPartyCall } from './relying-parties.ts';
import { wordOf } from './terms.ts';

const Entry = exact({
  id: Type.String({
    description: 'The id of the relying party or the counter.',
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
});
export type ImportedEntry = Static<typeof Entry>;

/** Many at once, in pages as large as a body may be: a page that is sent again does nothing twice, so that an import is taken up where it ended. */
export const importCall = {
  method: 'POST',
  path: '/operator/v1/imports',
  summary:
    'Adds relying parties and then counters, each by itself: what is there already stays as it is. Counters without a statement are registered with the authority (Registrar-Token).',
  body: exact({
    relyingParties: Type.Optional(
      Type.Array(addRelyingPartyCall.body, { maxItems: 50, description: 'Relying parties to add.' }),
    ),
    counters: Type.Optional(Type.Array(NewCounter, { maxItems: 50, description: 'Counters to add.' })),
  }),
  status: 200,
  answer: exact({
    entries: Type.Array(Entry, { description: 'What became of each, in the order of the page.' }),
  }),
  registrar: true,
} as const satisfies Call;
