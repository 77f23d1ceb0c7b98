import * as limits from '../../../shared/limits.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Delegation } from '../ports/family.ts';
import type { RaisedBy } from '../ports/officers.ts';

type Needs = Pick<AuthorityPorts, 'now' | 'store'>;

/**
 * Ends delegations; with the last that a ward has, what was shown for the ward is void. Called within `store.together`. Answers how many it
 * were.
 * @param revocation by which officers end them; undefined where nobody does at a desk
 */
export function endDelegations(
  { store, now }: Needs,
  which: readonly Delegation[],
  revocation?: string,
): number {
  for (const { id, ward, credential } of which) {
    store.delegations.end(id, now(), revocation);
    if (store.delegations.ofWard(ward).length === 0) voidWards({ store }, credential);
  }
  return which.length;
}

/** Ends all that an officer, a point or a passkey has bound and nobody has ended. Answers how many it were. */
export function endBoundBy(ports: Needs, by: RaisedBy): number {
  const { store } = ports;
  return store.together(() => {
    let ended = 0;
    for (;;) {
      const which = store.delegations.boundBy(by, limits.officerActsPerPage);
      if (which.length === 0) return ended;
      ended += endDelegations(ports, which);
    }
  });
}

/**
 * Writes down what has ended by itself, and cannot be renewed any more: at once, and of a child a month later, when the form that follows the fourteenth birthday
 * is open no more. Its cost is what is due, and what waits for that month.
 */
export function settleDelegations(ports: Needs): void {
  const now = ports.now();
  const due = ports.store.delegations.due(now, 1000);
  const isOver = ({ form, endsAt }: Delegation) =>
    endsAt + (form === 'under-14' ? limits.delegationFormGrace : 0) <= now;
  ports.store.together(() => endDelegations(ports, due.filter(isOver)));
}

function voidWards({ store }: Pick<Needs, 'store'>, handle: string): void {
  const credential = store.credentials.find(handle);
  if (credential !== undefined && credential.state !== 'void')
    store.credentials.put({ ...credential, state: 'void', reason: 'expired' });
}
