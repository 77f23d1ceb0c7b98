import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { type Registration, RegistrationClaims } from '../contract/authority/registration.ts';
import type { NewCounter } from '../contract/operator/counters.ts';
import type { addRelyingPartyCall } from '../contract/operator/relying-parties.ts';
import type { ScenesChosen } from '../contract/operator/terms.ts';
import { readJwsPart } from '../jws/read-part.ts';
import { sceneNames } from '../scenes.ts';
import type { ImportedFile } from './import-pages.ts';
import { type CounterInFile, faultOfEntry, type PartyInFile, parseRegistryFile } from './registry-file.ts';

type NewParty = Static<typeof addRelyingPartyCall.body>;

/**
 * Relying parties and counters as a JSON file has them:
 * `{ relyingParties: [{ id, name?, scenes, counterWord?, level?, purposes?, quotas?, encryptionKey? }], counters: [{ id, rpId, name?, place?, key,
 * origins?, quotas?, registration?: { registrar, statement } }] }`, keys as public P-256 JWKs, `counterWord`, `level` and `purposes` by scene. Names
 * that are left out are those of the statements; whether these count is for the import to say.
 * @throws RegistryFileFault: what is not JSON or does not fit, private keys, an id given twice, a choice for a scene that is not there, a
 * counter of which neither name nor statement is there
 */
export function readRegistryFile(text: string): ImportedFile {
  const content = parseRegistryFile(text);
  const rpNames = new Map<string, string>();
  for (const { rpId, registration } of content.counters) {
    const said = registration && saidIn(registration);
    if (said !== undefined && !rpNames.has(rpId)) rpNames.set(rpId, said.rpName);
  }
  return {
    relyingParties: content.relyingParties.map((party, index) =>
      partyOf(party, `relyingParties[${index}]`, rpNames.get(party.id)),
    ),
    counters: content.counters.map((counter, index) => counterOf(counter, `counters[${index}]`)),
  };
}

function partyOf(party: PartyInFile, at: string, saidName: string | undefined): NewParty {
  const { id, name = saidName ?? id, scenes, counterWord = {}, level = {}, purposes = {} } = party;
  const stranger = sceneNames.find(
    (scene) =>
      [counterWord, level, purposes].some((chosen) => chosen[scene] !== undefined) && !scenes.includes(scene),
  );
  if (stranger !== undefined)
    throw faultOfEntry(at, id, {
      zh: `没有业务类型 ${stranger}，却为它作了选择`,
      en: `does not have the scene ${stranger}, and chooses for it`,
    });
  const chosen: ScenesChosen = scenes.map((scene) => ({
    scene,
    ...(purposes[scene] && { purposes: purposes[scene] }),
    ...(level[scene] && { level: level[scene] }),
    ...(counterWord[scene] && { counterWord: counterWord[scene] }),
  }));
  const { encryptionKey, quotas } = party;
  return {
    ...{ rpId: id, name, scenes: chosen },
    ...(encryptionKey && { encryptionKey }),
    ...(quotas && { quotas }),
  };
}

function counterOf({ id, rpId, key, origins, quotas, registration, ...words }: CounterInFile, at: string) {
  const said = registration && saidIn(registration);
  const { name = said?.counterName, place = said?.place } = words;
  if (name === undefined || place === undefined)
    throw faultOfEntry(at, id, {
      zh: '既没有名称和地点，也没有登记员的声明',
      en: 'has neither a name and a place nor a statement',
    });
  const counter: NewCounter = { counterId: id, rpId, name, place, key };
  return {
    ...counter,
    ...(said && { scenes: said.scenes }),
    ...(origins && { origins }),
    ...(quotas && { quotas }),
    ...(registration && { registration }),
  };
}

/** What a statement says, before anybody has checked it. */
function saidIn({ statement }: Registration): RegistrationClaims | undefined {
  try {
    const said = readJwsPart(statement.split('.')[1] ?? '');
    return Value.Check(RegistrationClaims, said) ? said : undefined;
  } catch {
    return undefined;
  }
}
