import type { Static } from 'typebox';
import type { addOfficerCall, OfficerRecord } from '../../../shared/contract/authority/administrator.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Officer } from '../ports/officers.ts';
import { isStrict } from '../register/credential-standing.ts';
import { officerRecord } from './officer-record.ts';

/**
 * Makes an officer of a citizen who has a strict credential; the first few need none for a month, once, as
 * somebody has to raise the others.
 * @throws Problem not-found (no such point or counter), officer-needs-strict, id-taken (an officer already)
 */
export function addOfficer(
  ports: AuthorityPorts,
  { name, legalName, idNumber, at, first }: Static<typeof addOfficerCall.body>,
): OfficerRecord {
  const { store, register } = ports;
  const place = placeOf(ports, at);
  return store.together(() => {
    const { person, known, nameFits } = register.look(idNumber, legalName);
    const others = store.officers.all();
    const firstOnes = others.filter((other) => other.first);
    const wasFirst = firstOnes.some((other) => other.person === person);
    const mayBeFirst = first === true && !wasFirst && firstOnes.length < limits.firstOfficers;
    if (!known || !nameFits || !(mayBeFirst || isStrict(ports, person)))
      throw new Problem('officer-needs-strict');
    if (store.officers.ofPerson(person) !== undefined) throw new Problem('id-taken');
    const officer: Officer = {
      ...{ id: newId('off', ports.random), name, person, ...place, since: ports.now() },
      ...{ first: mayBeFirst, ownRaiseAt: undefined, revokedAt: undefined },
    };
    store.officers.add(officer);
    return officerRecord(ports, officer);
  });
}

function placeOf(
  { store }: AuthorityPorts,
  at: Static<typeof addOfficerCall.body>['at'],
): Pick<Officer, 'role' | 'pointId' | 'rpId' | 'counterId'> {
  if ('counterId' in at) {
    const counter = store.counters.find(at.counterId);
    if (counter?.rpId !== at.rpId) throw new Problem('not-found');
    return {
      role: 'attendant',
      pointId: undefined,
      rpId: asId('rp', at.rpId),
      counterId: asId('cnt', at.counterId),
    };
  }
  const point = store.points.find(at.pointId);
  if (point === undefined || point.revokedAt !== undefined) throw new Problem('not-found');
  return {
    role: 'point',
    pointId: point.pointId,
    rpId: asId('rp', point.rpId),
    counterId: asId('cnt', point.counterId),
  };
}
