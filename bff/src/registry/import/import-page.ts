import type { Static } from 'typebox';
import { Compile } from 'typebox/compile';
import { NewCounter } from '../../../../shared/contract/operator/counters.ts';
import type { ImportedEntry, importCall } from '../../../../shared/contract/operator/imports.ts';
import { addRelyingPartyCall } from '../../../../shared/contract/operator/relying-parties.ts';
import { errors } from '../../../../shared/errors.ts';
import { asId } from '../../../../shared/ids.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import { type Misfit, whyMisfit } from '../../../../shared/registration/why-misfit.ts';
import type { Actor } from '../../ports/audit.ts';
import { addCounter } from '../counters/add-counter.ts';
import { takeStatement } from '../counters/register-anew.ts';
import { checkedKey } from '../keys/checked-key.ts';
import { addParty, type NewParty } from '../parties/add-party.ts';
import { readCounter } from '../view/counter-record.ts';
import type { RegistryPorts } from '../write-change.ts';

export type ImportPage = Static<(typeof importCall)['body']>;
type Outcome = ImportedEntry['outcome'];

const shapes = { party: Compile(addRelyingPartyCall.body), counter: Compile(NewCounter) };

/**
 * Adds relying parties and then counters, each by itself: one that does not fit its contract is refused by its place in the answer, with
 * what does not. What is there stays as it is; of a counter a statement that ends later is taken. A page that comes again does nothing
 * twice.
 * @throws Problem only what may be different in a moment: then what was done of the page is done
 */
export async function importPage(
  ports: RegistryPorts,
  actor: Actor,
  { relyingParties = [], counters = [] }: ImportPage,
  token: string | undefined,
): Promise<ImportedEntry[]> {
  const entries: ImportedEntry[] = [];
  for (const party of relyingParties)
    entries.push(
      shapes.party.Check(party)
        ? await entryOf(party.rpId, () => importParty(ports, actor, party, token))
        : misfit('rpId', party, whyMisfit(shapes.party.Errors(party))),
    );
  for (const counter of counters)
    entries.push(
      shapes.counter.Check(counter)
        ? await entryOf(counter.counterId, () => importCounter(ports, actor, counter, token))
        : misfit('counterId', counter, whyMisfit(shapes.counter.Errors(counter))),
    );
  return entries;
}

function misfit(key: 'rpId' | 'counterId', entry: unknown, { at, why }: Misfit): ImportedEntry {
  const id: unknown = typeof entry === 'object' && entry !== null ? Reflect.get(entry, key) : undefined;
  return {
    ...{ id: typeof id === 'string' ? id.slice(0, limits.importedIdShown) : '', outcome: 'refused' },
    ...{ code: 'request-invalid', fault: `${at} ${why.en}` },
  };
}

async function entryOf(id: string, work: () => Promise<Outcome>): Promise<ImportedEntry> {
  try {
    return { id, outcome: await work() };
  } catch (fault) {
    if (!(fault instanceof Problem) || errors[fault.code].retryable) throw fault;
    return { id, outcome: 'refused', code: fault.code };
  }
}

async function importParty(
  ports: RegistryPorts,
  actor: Actor,
  party: NewParty,
  token: string | undefined,
): Promise<Outcome> {
  const [known] = await ports.db.read('select scenes from relying_parties where id = :id', {
    id: party.rpId,
  });
  if (known !== undefined) return known.scenes === JSON.stringify(party.scenes) ? 'unchanged' : 'kept';
  await addParty(ports, actor, party, token === undefined ? 'by-statement' : { token });
  return 'added';
}

async function importCounter(
  ports: RegistryPorts,
  actor: Actor,
  counter: NewCounter,
  token: string | undefined,
): Promise<Outcome> {
  const { counterId, rpId, registration } = counter;
  const { thumbprint } = checkedKey(counter.key);
  const [known] = await ports.db.read(
    `select c.rp_id, k.kid, k.statement from counters c
      left join counter_keys k on k.counter_id = c.id and k.thumbprint = :thumbprint where c.id = :counterId`,
    { counterId, thumbprint },
  );
  if (known === undefined) {
    await addCounter(ports, actor, counter, token);
    return 'added';
  }
  if (known.rp_id !== rpId) throw new Problem('id-taken');
  if (known.kid === null) return 'kept';
  if (registration === undefined || registration.statement === known.statement) return 'unchanged';
  const record = await readCounter(ports.db, asId('cnt', counterId), ports.now());
  const key = record.keys.find(({ kid }) => kid === known.kid);
  if (record.standing === 'revoked' || key === undefined || key.state === 'revoked') return 'kept';
  return (await takeStatement(ports, actor, record, key, registration)) ? 'renewed' : 'unchanged';
}
