import { makeSigningKey } from '../../../scripts/stand-ins/authority/signing-key.ts';
import { standInAuthority } from '../../../scripts/stand-ins/authority/stand-in-authority.ts';
import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import type { NewCounter } from '../../../shared/contract/operator/counters.ts';
import { asId, newId, type OperatorId } from '../../../shared/ids.ts';
import { Problem } from '../../../shared/problem.ts';
import { readStatement } from '../adapters/registrar/read-statement.ts';
import { storedRegistry } from '../adapters/registry/stored-registry.ts';
import type { Actor } from '../ports/audit.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import { addCounter } from './counters/add-counter.ts';
import { addParty } from './parties/add-party.ts';

export const inn = asId('rp', 'rp_inn');
export const desk = asId('cnt', 'cnt_desk-1');
export const token = 'registrar-token';

export const makeKey = (kid: string) => ({ ...makeSigningKey().jwk, kid });

/**
 * The store of the registry over a real database, and a registrar who signs under a root of the test's own for who has the token; two
 * operators.
 */
export async function testRegistry() {
  const world = await testPorts();
  const { db } = world.ports;
  const now = () => world.clock.now;
  const root = { kid: 'root', ...makeSigningKey() };
  const signing = { kid: 'registrar-1', ...makeSigningKey() };
  const authority = standInAuthority({
    ...{ issuer: 'test', bffId: 'bff', now, root, signing },
    random: (length) => new Uint8Array(length),
    sealing: { keyId: 'seal-17', suite: 17, publicKey: 'k'.repeat(43) },
  });
  const demand = (given: string | undefined) => {
    if (given === undefined) throw new Problem('registrar-token-missing');
    if (given !== token) throw new Problem('registrar-refused');
  };
  const sign = (registrant: Registrant): Registration => ({
    registrar: authority.sign('lz-registrar+jwt', authority.registrarClaims({})),
    statement: authority.sign('lz-registration+jwt', authority.registrationClaims(registrant, {})),
  });
  const ports: Ports = {
    ...world.ports,
    registry: storedRegistry({ db, now }),
    registrar: {
      registerName: async (_name, given) => demand(given),
      async register(registrant, given) {
        demand(given);
        return sign(registrant);
      },
      read: (registration, about) => readStatement(registration, about, { root: root.jwk, now: now() }),
    },
  };
  const operator = async (name: string): Promise<OperatorId> => {
    const id = newId('opr', ports.random);
    await db.write([
      {
        sql: 'insert into operators (id, name, since) values (:id, :name, :since)',
        params: { id, name, since: now() },
      },
    ]);
    return id;
  };
  const [lin, wu] = [await operator('Lin'), await operator('Wu')];
  const actor: Actor = { by: 'operator', operatorId: lin };

  return {
    ...{ ...world, ports, actor, lin, wu, root, signing, authority, sign },
    /** The inn, which has the hotel's scene, with one desk. */
    async withDesk(change: Partial<NewCounter> = {}) {
      const key = makeKey('k1');
      await addParty(
        ports,
        actor,
        { rpId: inn, name: 'Harbour Inn', scenes: [{ scene: 'hotel' }] },
        { token },
      );
      const counter: NewCounter = {
        counterId: desk,
        rpId: inn,
        name: 'Desk 1',
        place: 'Quay 1',
        key,
        ...change,
      };
      return { key, record: await addCounter(ports, actor, counter, token) };
    },
  };
}
