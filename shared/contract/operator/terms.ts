import { type Static, type TProperties, Type } from 'typebox';
import { wordPolicies } from '../../counter-word.ts';
import { type Ids, idPattern } from '../../ids.ts';
import { sceneNames } from '../../scenes.ts';
import { shownNamePattern } from '../../shown-name.ts';
import { exact, LevelSchema, OriginSchema, oneOf, PurposeSchema, SceneSchema } from '../schema.ts';

/** An id of that kind, with what it stands for and one as it looks. */
export function idOf<K extends keyof Ids>(kind: K, description: string, example: string) {
  return Type.Unsafe<Ids[K]>({ type: 'string', pattern: idPattern[kind], description, examples: [example] });
}

export const RpIdField = idOf('rp', 'The relying party, by the id that the operator chose.', 'rp_my-hotel');
export const CounterIdField = idOf(
  'cnt',
  'The counter, by the id that the operator chose: its client_id.',
  'cnt_my-hotel-1',
);
export const OperatorIdField = idOf('opr', 'The operator.', 'opr_Qm9va3NhcmVmb3JldmVyMA');

/** A name that people are shown. */
export function nameOf(description: string, example: string) {
  return Type.String({ pattern: shownNamePattern, description, examples: [example] });
}

/** Epoch milliseconds. */
export function timeOf(description: string) {
  return Type.Integer({
    minimum: 0,
    description: `${description} Epoch milliseconds.`,
    examples: [1_800_000_000_000],
  });
}

/** What was registered is good, or was revoked and stays readable. */
export const Standing = Type.Unsafe<'active' | 'revoked'>({
  type: 'string',
  enum: ['active', 'revoked'],
  description: 'active: counts. revoked: opens nothing any more, and stays readable here and in the log.',
  examples: ['active'],
});

export const Version = Type.Integer({
  minimum: 1,
  description:
    'Counts the changes. A change names the version that it was made from; 409 version-stale where another came first.',
  examples: [3],
});

/** Why something was revoked. */
export const revocationReasons = ['closed', 'key-lost', 'misuse', 'mistake'] as const;
export const RevocationReason = Type.Unsafe<(typeof revocationReasons)[number]>({
  type: 'string',
  enum: [...revocationReasons],
  description:
    'closed: is no more. key-lost: somebody else may have a key. misuse: did what it must not. mistake: was never to be there.',
  examples: ['key-lost'],
});

/** What one relying party may do in one scene. */
export const ScenePolicy = exact({
  scene: Type.Unsafe<Static<typeof SceneSchema>>({
    ...SceneSchema,
    description: 'The business type of a check (业务类型).',
    examples: ['hotel'],
  }),
  purposes: Type.Array(PurposeSchema, {
    minItems: 1,
    uniqueItems: true,
    description: 'What a check may be for: of the closed list of the scene, all or some.',
    examples: [['check-in', 'visit']],
  }),
  level: Type.Unsafe<Static<typeof LevelSchema>>({
    ...LevelSchema,
    description: 'The least level of a credential that passes: that of the scene, or strict.',
    examples: ['basic'],
  }),
  counterWord: Type.Unsafe<(typeof wordPolicies)[number]>({
    type: 'string',
    enum: [...wordPolicies],
    description:
      'When the holder says three digits to the clerk: always, after a late scan, or never (late scans are refused then). Always in a strict scene.',
    examples: ['late'],
  }),
});
export type ScenePolicy = Static<typeof ScenePolicy>;

/** The same as it is chosen: what is left out is as the scene has it. */
export const ScenesChosen = Type.Array(
  exact({
    scene: ScenePolicy.properties.scene,
    purposes: Type.Optional(ScenePolicy.properties.purposes),
    level: Type.Optional(ScenePolicy.properties.level),
    counterWord: Type.Optional(ScenePolicy.properties.counterWord),
  }),
  {
    minItems: 1,
    maxItems: sceneNames.length,
    description:
      'Each scene once; what is left out is as the scene has it: all its purposes, its level, the word after a late scan.',
    examples: [[{ scene: 'hotel', counterWord: 'always' }]],
  },
);
export type ScenesChosen = Static<typeof ScenesChosen>;

export const SceneNames = Type.Array(SceneSchema, {
  minItems: 1,
  uniqueItems: true,
  description:
    'The scenes that this counter asks in, some or all of those of its relying party; all where absent.',
  examples: [['hotel']],
});

export const Origins = Type.Array(OriginSchema, {
  maxItems: 20,
  uniqueItems: true,
  description:
    'Where pages of its own may call from, as browsers write an origin (RFC 6454); none: no page may.',
  examples: [['https://desk.example']],
});

const coordinate = (axis: string) =>
  Type.String({
    pattern: '^[A-Za-z0-9_-]{43}$',
    description: `The ${axis} coordinate: 32 bytes as base64url without padding.`,
    examples: ['f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU'],
  });

export const Kid = Type.String({
  pattern: '^[A-Za-z0-9._~-]{1,100}$',
  description: 'The key id, unique at its counter: `kid` of the assertions that it signs.',
  examples: ['2026-08'],
});

/** A public key on P-256 (RFC 7517, RFC 7518 section 6.2). A private key has a `d`, which no schema here takes. */
export const PublicKey = exact({
  kty: Type.Unsafe<'EC'>({ type: 'string', enum: ['EC'], description: 'The kind of key.', examples: ['EC'] }),
  crv: Type.Unsafe<'P-256'>({
    type: 'string',
    enum: ['P-256'],
    description: 'The curve.',
    examples: ['P-256'],
  }),
  x: coordinate('x'),
  y: coordinate('y'),
  kid: Kid,
});
export type PublicKey = Static<typeof PublicKey>;

const compact = (description: string) =>
  Type.String({
    pattern: '^[A-Za-z0-9_-]+(\\.[A-Za-z0-9_-]*){2}$',
    maxLength: 4096,
    description,
    examples: ['eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiIuLi4ifQ.c2lnbmF0dXJl'],
  });

/** What the authority's registrar signed already. Absent: it is asked now, with the token of the header Registrar-Token. */
export const Statement = exact({
  registrar: compact('The certificate of the registrar, signed by the root (JWS, typ lz-registrar+jwt).'),
  statement: compact(
    'Who the counter is and which key it has, signed by the registrar (JWS, typ lz-registration+jwt).',
  ),
});

/** A page of a list: where it goes on, if it does. */
export function pageOf<P extends TProperties>(properties: P) {
  return exact({
    ...properties,
    next: Type.Optional(
      Type.String({
        pattern: '^[A-Za-z0-9_-]{1,400}$',
        description: 'Give it back as `after` for the next page; absent on the last one.',
        examples: ['cnRfbXktaG90ZWw'],
      }),
    ),
  });
}

/** How a list is asked for. */
export const pageQuery = {
  after: Type.Optional(
    Type.String({
      pattern: '^[A-Za-z0-9_-]{1,400}$',
      description: '`next` of the page before; the first page where absent.',
      examples: ['cnRfbXktaG90ZWw'],
    }),
  ),
  limit: Type.Optional(
    Type.Integer({
      minimum: 1,
      maximum: 200,
      description: 'Entries of a page at most; 50 where absent.',
      examples: [50],
    }),
  ),
};

export const revokeBody = exact({ reason: RevocationReason });

const amount = (description: string, atOnce: number, every: number) =>
  Type.Object(
    {
      atOnce: Type.Integer({
        minimum: 1,
        maximum: 10_000_000,
        description: 'How many may come together.',
        examples: [atOnce],
      }),
      every: Type.Integer({
        minimum: 1,
        maximum: 86_400_000,
        description: 'Milliseconds after which one more may come.',
        examples: [every],
      }),
    },
    { additionalProperties: false, description },
  );
const most = (description: string, example: number) =>
  Type.Integer({ minimum: 1, maximum: 1_000_000, description, examples: [example] });

/** What a counter, or all counters of a relying party together, may make and hold. */
export const Quotas = exact({
  calls: amount('Calls of any kind.', 1_200, 50),
  sessions: amount('Checks that are opened.', 200, 5_000),
  liveSessions: most('Checks that live at the same time.', 50),
  streams: most('Event streams that are open at the same time.', 4),
});
export type Quotas = Static<typeof Quotas>;

/** What of it was chosen; the rest is as everybody has it. */
export const QuotasChosen = exact({
  calls: Type.Optional(Quotas.properties.calls),
  sessions: Type.Optional(Quotas.properties.sessions),
  liveSessions: Type.Optional(Quotas.properties.liveSessions),
  streams: Type.Optional(Quotas.properties.streams),
});
export type QuotasChosen = Static<typeof QuotasChosen>;

/** One word of a closed list, with what each says. */
export function wordOf<const T extends readonly string[]>(words: T, description: string) {
  return Type.Unsafe<T[number]>({ ...oneOf(words), description, examples: [words[0]] });
}
