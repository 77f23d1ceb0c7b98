import { readFileSync } from 'node:fs';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { encodeHex } from '../../../../shared/bytes/hex.ts';
import { PublicJwk } from '../../../../shared/contract/authority/keys.ts';
import { Registration } from '../../../../shared/contract/authority/registration.ts';
import {
  CounterIdSchema,
  exact,
  OriginSchema,
  oneOf,
  RpIdSchema,
  SceneSchema,
} from '../../../../shared/contract/schema.ts';
import { type WordPolicy, wordPolicies, wordPolicyOf } from '../../../../shared/counter-word.ts';
import { asId } from '../../../../shared/ids.ts';
import { pointOf } from '../../../../shared/jws/public-jwk.ts';
import { type Scene, sceneNames } from '../../../../shared/scenes.ts';
import type { Counter, Registry, RelyingParty } from '../../ports/registry.ts';
import { readRegistered } from './read-registered.ts';

const Key = exact({ ...PublicJwk.properties, kid: Type.String({ minLength: 1, maxLength: 100 }) });
const WordChoices = Type.Unsafe<Partial<Record<Scene, WordPolicy>>>(
  exact(Object.fromEntries(sceneNames.map((scene) => [scene, Type.Optional(oneOf(wordPolicies))]))),
);
const RegistryFile = exact({
  relyingParties: Type.Array(
    exact({
      id: RpIdSchema,
      scenes: Type.Array(SceneSchema, { minItems: 1, uniqueItems: true }),
      encryptionKey: Type.Optional(Key),
      counterWord: Type.Optional(WordChoices),
    }),
  ),
  counters: Type.Array(
    exact({
      ...{ id: CounterIdSchema, rpId: RpIdSchema, key: Key, registration: Registration },
      origins: Type.Optional(Type.Array(OriginSchema, { uniqueItems: true })),
    }),
  ),
});
const schema = Compile(RegistryFile);

/**
 * The relying parties and counters that the operator registered:
 * `{ relyingParties: [{ id, scenes, encryptionKey?, counterWord? }], counters: [{ id, rpId, key, registration: { registrar, statement }, origins? }] }`,
 * keys as public P-256 JWKs. All names stand in the statements of the authority's registrar, and nowhere else. One that ran
 * out is kept: its counter is known, and not offered.
 * @throws Error naming the place, never the content: what does not fit its schema, private keys, points off the curve, coordinates in another
 * spelling than the one of base64url, an id or a counter's key given twice, a counter of an unknown relying party, a statement that the root
 * does not vouch for or that is about something else, a counter word that is chosen for a scene which the relying party does not have, or
 * for a strict one as anything but `always`
 */
export function readRegistry(
  file: string,
  trusted: { root: PublicJwk; now: number },
): Registry & { counters: readonly Counter[] } {
  const content = parse(readFileSync(file, 'utf8'));
  const rps = byId(content.relyingParties.map((rp): RelyingParty => ({ ...rp, id: asId('rp', rp.id) })));
  byId(content.counters);
  checkKeys(content);
  checkCounterWords(content);
  const counters = byId(
    content.counters.map(({ id, rpId, key, registration, origins }): Counter => {
      const rp = rps.get(rpId);
      if (rp === undefined) throw new Error(`the registry: ${id} belongs to an unknown relying party`);
      return {
        ...{ id: asId('cnt', id), rpId: rp.id, key },
        registered: readRegistered({ id, rpId, key, registration }, trusted),
        ...(origins === undefined ? {} : { origins }),
      };
    }),
  );
  return {
    rp: async (id) => rps.get(id),
    counter: async (id) => counters.get(id),
    isOrigin: async (origin) => [...counters.values()].some(({ origins = [] }) => origins.includes(origin)),
    counters: [...counters.values()],
  };
}

function parse(text: string): Static<typeof RegistryFile> {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new Error('the registry is not JSON');
  }
  if (JSON.stringify(content).includes('"d":')) throw new Error('the registry holds a private key');
  if (schema.Check(content)) return content;
  const [first] = schema.Errors(content);
  throw new Error(`the registry: ${first?.instancePath || '/'} ${first?.message ?? 'is wrong'}`);
}

function byId<T extends { id: string }>(entries: T[]): Map<string, T> {
  const map = new Map<string, T>();
  for (const entry of entries) {
    if (map.has(entry.id)) throw new Error(`the registry: ${entry.id} is there twice`);
    map.set(entry.id, entry);
  }
  return map;
}

/**
 * Two counters with one key could not be told apart when one is stolen. Compared is the x of their points: two that share it are a
 * key and its negative, and whoever holds the one holds the other.
 */
function checkKeys({ relyingParties, counters }: Static<typeof RegistryFile>): void {
  for (const { id, encryptionKey } of relyingParties) {
    if (encryptionKey !== undefined) abscissaOf(id, encryptionKey);
  }
  const seen = new Set<string>();
  for (const { id, key } of counters) {
    const x = abscissaOf(id, key);
    if (seen.has(x)) throw new Error(`the registry: ${id} has the key of another counter`);
    seen.add(x);
  }
}

/** What is chosen must be what will be done: nobody is to believe that a strict scene goes without the word. */
function checkCounterWords({ relyingParties }: Static<typeof RegistryFile>): void {
  for (const { id, scenes: had, counterWord = {} } of relyingParties)
    for (const scene of sceneNames) {
      const policy = counterWord[scene];
      if (policy === undefined) continue;
      if (!had.includes(scene)) throw new Error(`the registry: ${id} does not have the scene ${scene}`);
      if (wordPolicyOf(scene, policy) !== policy)
        throw new Error(
          `the registry: the counter word of ${id} cannot be '${policy}' in ${scene}, a strict scene`,
        );
    }
}

/** The x of the point that the key is. */
function abscissaOf(id: string, key: PublicJwk): string {
  try {
    return encodeHex(pointOf(key).subarray(1, 33));
  } catch {
    throw new Error(
      `the registry: the key of ${id} is not a point of P-256, each coordinate in its one spelling`,
    );
  }
}
