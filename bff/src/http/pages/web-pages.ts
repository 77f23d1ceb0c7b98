import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { type Device, pageHeaders } from './page-headers.ts';
import { siteFiles, staticSite } from './static-site.ts';

/** Where what the pages share lies, in their folder and under `/`. */
const shared = 'web/';

/** @param styles sources beside the page's own */
const headersOf = (styles: readonly string[], reach: readonly string[], devices: readonly Device[]) =>
  pageHeaders(
    [
      "default-src 'none'",
      "script-src 'self'",
      ["style-src 'self'", ...styles].join(' '),
      "img-src 'self' data:",
      ["connect-src 'self'", ...reach].join(' '),
    ],
    devices,
  );

/**
 * What the reader of the API document makes its styles in: an element that is empty, and filled by the script, which the policy of
 * scripts has let in, and the rules of its scroll bars, which are always the same. Any other style stays out.
 */
export const readerStyles = [
  "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='",
  "'sha256-QMIg+bpjm3JdElJ388KYke01izlUW0UoNOeKjpMxdgc='",
];

/**
 * Serves pages that were built from `bff/web`, and what they load under `/web/`. Where they were not built the log says so,
 * and they are not found.
 * @param folder what the build made
 * @param pages the names of those that are served: `counter` stands at `/counter`
 * @param styles what else they may be styled by; what lies under `/web/` is the same for all pages
 * @param reach which other origins they may ask
 * @param devices what of the computer they may use
 */
export function webPages(
  server: FastifyInstance,
  folder: string,
  pages: readonly string[],
  styles: readonly string[] = [],
  reach: readonly string[] = [],
  devices: readonly Device[] = [],
): void {
  const missing = pages.filter((name) => !existsSync(join(folder, name, 'index.html')));
  if (missing.length > 0) {
    server.log.warn({ pages: missing, folder, remedy: 'npm run build:pages' }, 'pages-not-built');
    return;
  }
  const label = (address: string) => (address.startsWith(`/${shared}`) ? `/${shared}*` : address);
  const serve = (addresses: ReadonlyMap<string, string>, headers: Readonly<Record<string, string>>) =>
    server.register((scope) => staticSite(scope, { folder, addresses, headers, label }));
  serve(new Map(pages.map((name) => [`/${name}`, `${name}/index.html`])), headersOf(styles, reach, devices));
  const files = siteFiles(folder).filter((file) => file.startsWith(shared));
  const unserved = files.filter((file) => !server.hasRoute({ method: 'GET', url: `/${file}` }));
  serve(new Map(unserved.map((file) => [`/${file}`, file])), headersOf([], [], []));
}
