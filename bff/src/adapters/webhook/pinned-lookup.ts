import type { LookupFunction } from 'node:net';
import { isLoopback, isPrivate, isPublic } from './judge-address.ts';

/** Looks a name up; throws where it leads nowhere. */
export type Resolve = (hostname: string) => Promise<readonly { address: string; family: number }[]>;

/** A receiver that is not to be reached. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** What is reached: in a sandbox by http this machine only, by https also what is private. */
export interface Reach {
  sandbox: boolean;
  protocol: string;
}

/** Whether an address may be connected to. */
export function mayReach(address: string, { sandbox, protocol }: Reach): boolean {
  if (protocol === 'http:') return sandbox && isLoopback(address);
  return isPublic(address) || (sandbox && (isLoopback(address) || isPrivate(address)));
}

/**
 * All addresses of a name, each of which may be connected to.
 * @throws AddressRefused where one of them may not: who answers so now would answer with that one alone next time
 */
export async function resolveChecked(resolve: Resolve, hostname: string, reach: Reach) {
  const found = await resolve(hostname);
  if (found.length === 0 || !found.every(({ address }) => mayReach(address, reach)))
    throw new AddressRefused('the address of a receiver is refused');
  return found;
}

/**
 * What a socket asks for the addresses that it then connects to: it is given those that were judged, and nothing is looked up between
 * the judging and the connection, so that a name which leads elsewhere the next moment (DNS rebinding) gains nothing.
 */
export function pinnedLookup(resolve: Resolve, reach: Reach): LookupFunction {
  return (hostname, { all }, callback) => {
    resolveChecked(resolve, hostname, reach).then(
      (found) => {
        const [first] = found;
        if (all) callback(null, [...found]);
        else if (first !== undefined) callback(null, first.address, first.family);
      },
      (fault: unknown) => {
        const error = fault instanceof Error ? fault : new Error('no address');
        callback(error, all ? [] : '', 0);
      },
    );
  };
}
