import { type Static, Type } from 'typebox';
import { type Call, exact } from '../schema.ts';
import { OperatorName } from './sign-in.ts';
import { OperatorIdField, timeOf } from './terms.ts';

const count = (description: string, example: number) =>
  Type.Integer({ minimum: 0, description, examples: [example] });

/** The figures that the console begins with: of relying parties and checks, never of a person. */
export const Overview = exact({
  at: timeOf('When it was counted.'),
  sandbox: Type.Boolean({ description: 'A sandbox: nothing here proves who anybody is.', examples: [true] }),
  relyingParties: exact({
    active: count('Relying parties that count.', 12),
    underWatch: count('Of these, under watch.', 1),
    revoked: count('Relying parties that were revoked.', 2),
  }),
  counters: exact({
    active: count('Counters that count.', 140),
    revoked: count('Counters that were revoked.', 3),
    endingSoon: count('Active counters of which the registration ends within 30 days.', 9),
    ended: count('Active counters of which the registration has ended: they open no check.', 0),
  }),
  liveChecks: count('Checks that live now.', 31),
  newcomers: Type.Array(
    exact({
      operatorId: OperatorIdField,
      name: OperatorName,
      since: timeOf('When they enrolled.'),
      invitedBy: Type.Optional(OperatorName),
    }),
    {
      description:
        'Who became an operator within the last seven days and is one, the newest first, and who invited them; absent where it was the command on the server.',
      examples: [[]],
    },
  ),
  openProposals: count('Proposals that wait for a second operator.', 1),
  outbox: exact({
    waiting: count('Messages to the authority that are still to be delivered.', 0),
    oldestSeconds: count('How long the oldest has waited.', 0),
  }),
  storage: exact({
    hasRoom: Type.Boolean({ description: 'Whether the disk of the database has room.', examples: [true] }),
  }),
});
export type Overview = Static<typeof Overview>;

export const overviewCall = {
  method: 'GET',
  path: '/operator/v1/overview',
  summary: 'What there is, and what wants an operator.',
  status: 200,
  answer: Overview,
} as const satisfies Call;
