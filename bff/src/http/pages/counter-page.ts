import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import { Problem } from '../../../../shared/problem.ts';
import { pathOf, type RouteLabel } from '../routes/route-label.ts';
import { inlineScriptHashes, pageHeaders } from './page-headers.ts';
import { readModules } from './read-modules.ts';
import { sendFile } from './send-file.ts';
import { type Site, type SiteFile, siteFile } from './site.ts';

const root = new URL('../../../../', import.meta.url);
const source = new URL('bff/web/counter/', root);
const label: RouteLabel = { surface: 'counter', route: '/counter' };

/** Serves the counter page of a sandbox at `/counter`; its modules are read when somebody first opens it. */
export function counterPage(server: FastifyInstance): void {
  let built: ReturnType<typeof build> | undefined;
  for (const url of ['/counter', '/counter/page/*'])
    server.route({
      method: ['GET', 'HEAD'],
      url,
      schema: { hide: true },
      async onRequest(request) {
        request.routeLabel = label;
      },
      handler(request, reply) {
        built ??= build();
        const file = built.site.get(pathOf(request.url));
        if (file === undefined) throw new Problem('not-found');
        return sendFile(request, reply, file, built.headers);
      },
    });
}

function build(): { site: Site; headers: Record<string, string> } {
  const { files, imports } = readModules(new URL('main.ts', source), { root, prefix: '/counter/page/' });
  const html = readFileSync(new URL('index.html', source), 'utf8').replace(
    '<script type="importmap">{}',
    () => `<script type="importmap">${JSON.stringify({ imports })}`,
  );
  const site = new Map<string, SiteFile>(files);
  site.set('/counter', siteFile(Buffer.from(html), 'text/html; charset=utf-8'));
  const css = readFileSync(new URL('counter.css', source));
  site.set('/counter/page/counter.css', siteFile(css, 'text/css; charset=utf-8'));
  const policy = [
    "default-src 'none'",
    ["script-src 'self'", ...inlineScriptHashes(html)].join(' '),
    "style-src 'self'",
    "img-src 'self' data:",
    "connect-src 'self'",
  ];
  return { site, headers: pageHeaders(policy, []) };
}
