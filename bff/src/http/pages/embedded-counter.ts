import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { siteFiles, staticSite } from './static-site.ts';

const folderName = 'embed/';

/**
 * Serves `<liangzheng-counter>` to the pages of relying parties: any page may load it and check it by its hash, since there is nothing in
 * it that everybody may not read. What it can do it can do by a page token alone. Not there where it was not built, as the log says.
 * @param folder what the build of the pages made
 */
export function embeddedCounter(server: FastifyInstance, folder: string): void {
  if (!existsSync(join(folder, folderName, 'liangzheng-counter.js'))) {
    server.log.warn({ pages: ['embed'], folder, remedy: 'npm run build:pages' }, 'pages-not-built');
    return;
  }
  const files = siteFiles(folder).filter((file) => file.startsWith(folderName));
  const headers = {
    'access-control-allow-origin': '*',
    // A page that isolates itself (COEP) may load it too.
    'cross-origin-resource-policy': 'cross-origin',
    'timing-allow-origin': '*',
    // Opened by itself it is a text, and runs nothing.
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
  };
  const addresses = new Map(files.map((file) => [`/${file}`, file]));
  server.register((scope) =>
    staticSite(scope, { folder, addresses, headers, label: () => `/${folderName}*` }),
  );
}
