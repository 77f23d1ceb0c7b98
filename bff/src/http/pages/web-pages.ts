import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pageHeaders } from './page-headers.ts';
import { siteFiles, staticSite } from './static-site.ts';

/** Where what the pages share lies, in their folder and under `/`. */
const shared = 'web/';

const headers = pageHeaders(
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
  ],
  [],
);

/**
 * Serves pages that were built from `bff/web`, and what they load under `/web/`. Where they were not built the log says so,
 * and they are not found.
 * @param folder what the build made
 * @param pages the names of those that are served: `counter` stands at `/counter`
 */
export function webPages(server: FastifyInstance, folder: string, pages: readonly string[]): void {
  const missing = pages.filter((name) => !existsSync(join(folder, name, 'index.html')));
  if (missing.length > 0) {
    server.log.warn({ pages: missing, folder, remedy: 'npm run build:pages' }, 'pages-not-built');
    return;
  }
  const addresses = new Map([
    ...pages.map((name) => [`/${name}`, `${name}/index.html`] as const),
    ...siteFiles(folder)
      .filter((file) => file.startsWith(shared))
      .map((file) => [`/${file}`, file] as const),
  ]);
  const label = (address: string) => (address.startsWith(`/${shared}`) ? `/${shared}*` : address);
  server.register((scope) => staticSite(scope, { folder, addresses, headers, label }));
}
