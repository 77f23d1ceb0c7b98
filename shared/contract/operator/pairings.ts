import { type Static, Type } from 'typebox';
import { shownNamePattern } from '../../shown-name.ts';
import { userCodeLetters } from '../../user-code.ts';
import { type Call, exact } from '../schema.ts';
import { timeOf } from './terms.ts';

const Code = Type.String({
  pattern: `^[${userCodeLetters}]{4}-[${userCodeLetters}]{4}$`,
  description: 'Eight letters that the command prints and the operator compares.',
  examples: ['WDJB-MJHT'],
});
const Secret = Type.String({
  pattern: '^[A-Za-z0-9_-]{43}$',
  description: 'Known to the command alone: by it the command fetches its token.',
  examples: ['3q2-7wQ0l8b3S9kqvXw2A3q2-7wQ0l8b3S9kqvXw2A0'],
});
const Label = Type.String({
  pattern: shownNamePattern,
  maxLength: 60,
  description: 'On which machine the command runs, as it says itself.',
  examples: ['desk-3 (linux)'],
});

export const openPairingCall = {
  method: 'POST',
  path: '/operator/v1/pairings',
  summary: 'The command asks for a token of its own, which an operator has to approve in the console.',
  body: exact({ label: Label }),
  status: 201,
  made: '/operator/v1/pairings/:code',
  answer: exact({
    secret: Secret,
    code: Code,
    page: Type.String({
      description: 'The address of the console’s page, with the code.',
      examples: ['https://id.example/console#pair=WDJB-MJHT'],
    }),
    interval: Type.Integer({ description: 'Milliseconds between two looks.', examples: [2000] }),
    expiresAt: timeOf('It is over then.'),
  }),
} as const satisfies Call;

/** Refusals: pairing-over, also where it was refused or collected. */
export const collectTokenCall = {
  method: 'POST',
  path: '/operator/v1/pairings/token',
  summary: 'The command looks whether it was approved. The token is told once.',
  body: exact({ secret: Secret }),
  status: 200,
  answer: exact({
    token: Type.Optional(
      Type.String({
        description: 'The token; absent while nobody has approved it.',
        examples: ['lzo_3q2-7wQ0l8b3S9kqvXw2A3q2-7wQ0l8b3S9kqvXw2A0'],
      }),
    ),
    expiresAt: timeOf('When the token, or while there is none the pairing, ends.'),
  }),
} as const satisfies Call;

export const PairingView = exact({
  code: Code,
  label: Label,
  network: Type.String({
    description: 'The network that the command asked from.',
    examples: ['203.0.113.9'],
  }),
  expiresAt: timeOf('It is over then.'),
});
export type PairingView = Static<typeof PairingView>;

const params = exact({ code: Code });

/** Refusals: pairing-over, for a code that never was too. */
export const readPairingCall = {
  method: 'GET',
  path: '/operator/v1/pairings/:code',
  summary: 'Which command asks for a token by this code.',
  params,
  status: 200,
  answer: PairingView,
} as const satisfies Call;

export const approvePairingCall = {
  method: 'POST',
  path: '/operator/v1/pairings/:code/approve',
  summary: 'The command gets a token of the operator who approves, for twelve hours.',
  params,
  status: 200,
  verified: 'in-console',
  answer: exact({ expiresAt: timeOf('When that token ends.') }),
} as const satisfies Call;

export const refusePairingCall = {
  method: 'POST',
  path: '/operator/v1/pairings/:code/refuse',
  summary: 'The command gets no token.',
  params,
  status: 200,
  answer: exact({}),
} as const satisfies Call;
