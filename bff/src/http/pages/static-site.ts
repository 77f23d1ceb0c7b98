import { readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

/** A folder of built files, each at an address of its own. */
export interface StaticSite {
  folder: string;
  /** Files of the folder, relative to it, by the addresses that they stand at. */
  addresses: ReadonlyMap<string, string>;
  headers: Readonly<Record<string, string>>;
  /** What stands in the log in the place of an address. */
  label(address: string): string;
}

/** A name that carries a hash of the content: such a file never changes. */
const hashed = /[.-][0-9a-f]{8,32}\./;
const aYear = 'public, max-age=31536000, immutable';

/**
 * Sends the files of a site as they were compressed at build time, or 304 to who has them. Those with a hashed name are kept
 * for a year; all others are asked for each time. An address that is not in the map leads nowhere.
 */
export async function staticSite(server: FastifyInstance, site: StaticSite): Promise<void> {
  const { folder, addresses, headers } = site;
  await server.register(fastifyStatic, {
    ...{ root: folder, serve: false, preCompressed: true },
    ...{ cacheControl: false, acceptRanges: false, dotfiles: 'deny', index: false },
  });
  for (const [url, file] of addresses) {
    const route = site.label(url);
    server.route({
      method: ['GET', 'HEAD'],
      url,
      schema: { hide: true },
      async onRequest(request) {
        request.routeLabel = { surface: 'public', route };
        // Conditions for what would change a file: here nothing is changed, so that they hold.
        delete request.headers['if-match'];
        delete request.headers['if-unmodified-since'];
      },
      handler: (_request, reply) =>
        reply.headers({ ...headers, 'cache-control': hashed.test(file) ? aYear : 'no-cache' }).sendFile(file),
    });
  }
}

/** The files of a folder that may be sent, relative to it. Links, hidden files, source maps and compressed forms are left out. */
export function siteFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).replaceAll(sep, '/'))
    .filter((file) => /^[\w~-][\w.~-]*(\/[\w~-][\w.~-]*)*$/.test(file) && !/\.(map|br|gz)$/.test(file));
}
