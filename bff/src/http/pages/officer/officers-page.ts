import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import type { PublicJwk } from '../../../../../shared/jws/public-jwk.ts';
import { pageHeaders } from '../page-headers.ts';
import { staticSite } from '../static-site.ts';
import { webPages } from '../web-pages.ts';

const page = 'officer';
/** What stands beside the page: the hashes of all that it loads, and the root key that it trusts. */
const manifest = 'officer/manifest.json';
const trust = 'officer/trust.json';

/**
 * Serves the officers' page at `/officer`, with its manifest of hashes. The root key that it trusts is built in with LIANGZHENG_TRUST, and stands in
 * the manifest then; in a sandbox, where nothing is at stake, it is the one that this BFF pins. Without one the page is not there, as the log says.
 * @param folder what the build of the pages made
 */
export function officersPage(
  server: FastifyInstance,
  folder: string,
  { sandboxRoot, cardReader }: { sandboxRoot: PublicJwk | undefined; cardReader: string | undefined },
): void {
  const isBuilt = existsSync(join(folder, trust));
  if (!isBuilt && sandboxRoot === undefined) {
    const remedy = 'LIANGZHENG_TRUST=... npm run build:pages';
    server.log.warn({ pages: [page], folder, remedy }, 'pages-not-built');
    return;
  }
  // A guest who is checked without a face may say digits to it.
  const reader = cardReader === undefined ? [] : [new URL(cardReader).origin];
  webPages(server, folder, [page], [], reader, ['camera', 'microphone']);
  if (!existsSync(join(folder, page, 'index.html'))) return;
  const files = [manifest, trust].filter((file) => existsSync(join(folder, file)));
  const headers = pageHeaders(["default-src 'none'"], []);
  const addresses = new Map(files.map((file) => [`/${file}`, file]));
  server.register((scope) => staticSite(scope, { folder, addresses, headers, label: (url) => url }));
  if (isBuilt || sandboxRoot === undefined) return;
  const { kty, crv, x, y } = sandboxRoot;
  server.route({
    method: 'GET',
    url: `/${trust}`,
    schema: { hide: true },
    async onRequest(request) {
      request.routeLabel = { surface: 'public', route: `/${trust}` };
    },
    handler: (_request, reply) =>
      reply
        .headers({ ...headers, 'cache-control': 'no-store' })
        .send({ root: { kty, crv, x, y }, sandbox: true }),
  });
}
