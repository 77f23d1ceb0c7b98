import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Static, Type } from 'typebox';
import { Value } from 'typebox/value';
import { exact, oneOf } from '../../../shared/contract/schema.ts';

const Words = Type.String({ minLength: 1, maxLength: 200 });
const FileName = Type.String({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,80}$' });
const Citizen = Type.String({ pattern: '^[A-Za-z0-9_-]{1,40}$' });
const Typed = Type.String({ maxLength: 200 });

/** How an outcome is written: what came of it, and the hint, code, problem or claim that it came with. */
const Outcome = Type.String({
  pattern: '^(passed|failed|claimed|accepted|issued|logged-in|(retry|refused|not-taken) [a-z0-9_-]+)$',
});

/** The phone's clock: so many seconds off, or standing at a day (UTC). */
const Clock = Type.Union([
  exact({ seconds: Type.Integer() }),
  exact({ day: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$' }) }),
]);

const Voice = exact({
  /** The whole recording; what it says is the challenge. */
  file: Type.Optional(FileName),
  /** Recordings of single digits, by digit, that take the place of the citizen's own in the phrase. */
  digitFiles: Type.Optional(Type.Record(Type.String({ pattern: '^[0-9]$' }), FileName)),
  /** The six digits that the challenge asks for. */
  digits: Type.String({ pattern: '^[0-9]{6}$' }),
});

const common = { what: Words, right: Type.Array(Outcome, { minItems: 1, maxItems: 8 }) };

/** What is fed where, and which outcomes are right; any other is wrong. */
const Play = Type.Union([
  exact({ ...common, play: Type.Literal('log-in'), clock: Clock }),
  exact({
    ...common,
    play: Type.Literal('scan'),
    /** Stands before and after the fresh code of a counter. */
    before: Type.Optional(Typed),
    after: Type.Optional(Typed),
    /** `camera`: read by the app's own scanner. `launch`: in the query with which the platform opens the app, encoded once more than here. */
    by: oneOf(['camera', 'launch']),
    encoded: Type.Optional(Type.Integer({ minimum: 0, maximum: 3 })),
  }),
  exact({
    ...common,
    play: Type.Literal('form'),
    /** What is typed or pasted; what is left out is in order. */
    name: Type.Optional(Typed),
    idNumber: Type.Optional(Typed),
    validUntil: Type.Optional(Typed),
    clock: Type.Optional(Clock),
  }),
  exact({
    ...common,
    play: Type.Literal('apply'),
    citizen: Citizen,
    /** Applies before as this one, with an ID photo of the citizen, under a number of its own. */
    registeredAs: Type.Optional(Typed),
    name: Type.Optional(Typed),
    idPhoto: Type.Optional(FileName),
  }),
  exact({
    ...common,
    play: Type.Literal('check'),
    citizen: Citizen,
    voice: Type.Optional(Voice),
    /** Takes the place of one of the frames of the capture. */
    frame: Type.Optional(FileName),
    mirrored: Type.Optional(Type.Boolean()),
  }),
  exact({
    ...common,
    play: Type.Literal('assertion'),
    /** Claims of the client assertion in the place of the right ones; times in seconds from now. */
    audience: Type.Optional(
      Type.Array(oneOf(['issuer', 'issuer/', 'endpoint', 'other']), { minItems: 1, maxItems: 4 }),
    ),
    issuedAt: Type.Optional(Type.Integer()),
    notBefore: Type.Optional(Type.Integer()),
    expires: Type.Optional(Type.Integer()),
  }),
]);

const CaseFile = exact({ title: Words, plays: Type.Array(Play, { minItems: 1, maxItems: 40 }) });

export type Voice = Static<typeof Voice>;
export type Play = Static<typeof Play>;
export type PlayOf<P extends Play['play']> = Extract<Play, { play: P }>;

/** One input from the field, with everything it is to be played as. */
export interface FieldCase {
  name: string;
  folder: string;
  title: string;
  plays: Play[];
}

/** The cases of a folder: each folder in it that holds a `case.json`. @throws Error that names a file not in the format, or none */
export function readCases(folder: string): FieldCase[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
  if (names.length === 0) throw new Error(`${folder} holds no case`);
  return names.map((name) => readCase(join(folder, name), name));
}

function readCase(folder: string, name: string): FieldCase {
  const path = join(folder, 'case.json');
  const read: unknown = JSON.parse(readFileSync(path, 'utf8'));
  if (Value.Check(CaseFile, read)) return { name, folder, ...read };
  const [first] = Value.Errors(CaseFile, read);
  throw new Error(`${path} is not in the format: ${first?.instancePath ?? ''} ${first?.message ?? ''}`);
}
