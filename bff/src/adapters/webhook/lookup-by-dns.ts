import { Resolver } from 'node:dns/promises';
import * as limits from '../../../../shared/limits.ts';
import type { Resolve } from './pinned-lookup.ts';

/**
 * Looks names up by asking the name servers, each once, for `A` and `AAAA`, IPv4 first. Unlike the system's look-up it occupies no
 * thread while it waits, so that names which nobody answers for hold up neither others nor the files of the database. Names of the
 * machine's own list of hosts are none.
 * @param servers the system's name servers where absent
 */
export function lookupByDns(servers?: readonly string[]): Resolve {
  const resolver = new Resolver({ timeout: limits.webhookNameServer, tries: 1 });
  if (servers !== undefined) resolver.setServers(servers);
  return async (hostname) => {
    const [four, six] = await Promise.allSettled([resolver.resolve4(hostname), resolver.resolve6(hostname)]);
    const found = [
      ...(four.status === 'fulfilled' ? four.value.map((address) => ({ address, family: 4 })) : []),
      ...(six.status === 'fulfilled' ? six.value.map((address) => ({ address, family: 6 })) : []),
    ];
    if (found.length === 0 && four.status === 'rejected') throw four.reason;
    return found;
  };
}
