import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { type Registration, RegistrationClaims } from '../../../../shared/contract/authority/registration.ts';
import { NewCounter } from '../../../../shared/contract/operator/counters.ts';
import {
  CounterIdField,
  PublicKey,
  RpIdField,
  type ScenesChosen,
  Statement,
} from '../../../../shared/contract/operator/terms.ts';
import { exact, oneOf, SceneSchema } from '../../../../shared/contract/schema.ts';
import { type WordPolicy, wordPolicies } from '../../../../shared/counter-word.ts';
import { readJwsPart } from '../../../../shared/jws/read-part.ts';
import { type Scene, sceneNames } from '../../../../shared/scenes.ts';
import type { NewParty } from '../parties/add-party.ts';

const { name, place, origins } = NewCounter.properties;
const Words = Type.Unsafe<Partial<Record<Scene, WordPolicy>>>(
  exact(Object.fromEntries(sceneNames.map((scene) => [scene, Type.Optional(oneOf(wordPolicies))]))),
);
const RegistryFile = exact({
  relyingParties: Type.Array(
    exact({
      id: RpIdField,
      name: Type.Optional(name),
      scenes: Type.Array(SceneSchema, { minItems: 1, uniqueItems: true }),
      encryptionKey: Type.Optional(PublicKey),
      counterWord: Type.Optional(Words),
    }),
  ),
  counters: Type.Array(
    exact({
      id: CounterIdField,
      rpId: RpIdField,
      name: Type.Optional(name),
      place: Type.Optional(place),
      key: PublicKey,
      origins,
      registration: Type.Optional(Statement),
    }),
  ),
});
type RegistryFile = Static<typeof RegistryFile>;
const schema = Compile(RegistryFile);
const claims = Compile(RegistrationClaims);

/**
 * Relying parties and counters as a JSON file has them:
 * `{ relyingParties: [{ id, name?, scenes, encryptionKey?, counterWord? }], counters: [{ id, rpId, name?, place?, key, origins?, registration?: { registrar, statement } }] }`,
 * keys as public P-256 JWKs. Names that are left out are those of the statements; whether these count is for the import to say.
 * @throws Error naming the place, never the content: what is not JSON or does not fit, private keys, an id given twice, a counter of
 * which neither name nor statement is there
 */
export function readRegistryFile(text: string): { relyingParties: NewParty[]; counters: NewCounter[] } {
  const content = parse(text);
  refuseTwice(content.relyingParties);
  refuseTwice(content.counters);
  const counters = content.counters.map(({ id, rpId, key, origins: pages, registration, ...words }) => {
    const said = registration === undefined ? undefined : saidIn(registration);
    const [shown, stands] = [words.name ?? said?.counterName, words.place ?? said?.place];
    if (shown === undefined || stands === undefined)
      throw new Error(`the registry: ${id} has neither a name and a place nor a statement`);
    const optional = { ...(pages && { origins: pages }), ...(registration && { registration }) };
    const scenes = said === undefined ? {} : { scenes: said.scenes };
    return { counterId: id, rpId, name: shown, place: stands, key, ...scenes, ...optional };
  });
  const relyingParties = content.relyingParties.map((rp): NewParty => {
    const { id, scenes, counterWord = {}, encryptionKey } = rp;
    const stranger = sceneNames.find((scene) => counterWord[scene] !== undefined && !scenes.includes(scene));
    if (stranger !== undefined) throw new Error(`the registry: ${id} does not have the scene ${stranger}`);
    const first = content.counters.find(({ rpId, registration }) => rpId === id && registration);
    const said = first?.registration && saidIn(first.registration)?.rpName;
    const chosen: ScenesChosen = scenes.map((scene) => {
      const word = counterWord[scene];
      return word === undefined ? { scene } : { scene, counterWord: word };
    });
    return {
      ...{ rpId: id, name: rp.name ?? said ?? id, scenes: chosen },
      ...(encryptionKey && { encryptionKey }),
    };
  });
  return { relyingParties, counters };
}

function parse(text: string): RegistryFile {
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

function refuseTwice(entries: readonly { id: string }[]): void {
  const seen = new Set<string>();
  for (const { id } of entries) {
    if (seen.has(id)) throw new Error(`the registry: ${id} is there twice`);
    seen.add(id);
  }
}

/** What a statement says, before anybody has checked it. */
function saidIn({ statement }: Registration): RegistrationClaims | undefined {
  try {
    const said = readJwsPart(statement.split('.')[1] ?? '');
    return claims.Check(said) ? said : undefined;
  } catch {
    return undefined;
  }
}
