import type { FastifyInstance, FastifyRequest } from 'fastify';
import { limits } from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { RouteLabel } from '../routes/route-label.ts';
import { inlineScriptHashes, pageHeaders } from './page-headers.ts';
import { sendFile } from './send-file.ts';
import type { Site } from './site.ts';

/** The page of the H5 app that a scanned code leads to. */
const confirmPage = '/pages/confirm/index';

/** Where the app's own router keeps its pages: each of these addresses, reloaded or shared, is the app again. */
const appPaths = ['/', '/pages/*', '/capture/*'];

/**
 * Serves the H5 build, each of its files at a route of its own, and `/q/:code`, which every counter code points to.
 *
 * A browser that opens a code is sent to the app's page for it, with the code as `code` in the query. The scanners of the
 * platforms do not come here at all: by their rules for ordinary links they open the mini-program and hand it the whole
 * address. For WeChat (扫普通链接二维码打开小程序) the operator enters the prefix `<LZ_PUBLIC_URL>/q/` in the mini-program's
 * administration and the page `pages/confirm/index`, which finds the address, URL-encoded, in `q`. For Alipay
 * (关联普通二维码) it is the same prefix, and the address is in `qrCode` of the app's launch query. Both want a file of
 * theirs at the prefix once, to see that the operator owns it: a proxy in front can answer that.
 */
export function h5Surface(server: FastifyInstance, site: Site): void {
  const index = site.get('/index.html');
  if (index === undefined) throw new RangeError('the site has no index.html');
  const headers = pageHeaders(
    [
      "default-src 'self'",
      ["script-src 'self'", ...inlineScriptHashes(index.body.toString())].join(' '),
      // Taro's components write style elements and attributes as they are drawn.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self' blob:",
    ],
    ['camera', 'microphone'],
  );
  const addresses = [
    ...[...site].map(([url, file]) => ({ url, file })),
    ...appPaths.map((url) => ({ url, file: index })),
  ];
  for (const { url, file } of addresses)
    server.route({
      method: ['GET', 'HEAD'],
      url,
      schema: { hide: true },
      onRequest: labelled('/h5'),
      handler: (request, reply) => sendFile(request, reply, file, headers),
    });
  server.route<{ Params: { code: string } }>({
    method: 'GET',
    url: '/q/:code',
    schema: { hide: true },
    onRequest: labelled('/q/:code'),
    handler(request, reply) {
      const { code } = request.params;
      if (code.length > limits.scannedCode) throw new Problem('not-found');
      return reply.headers(headers).redirect(`${confirmPage}?code=${encodeURIComponent(code)}`, 302);
    },
  });
}

function labelled(route: string) {
  const label: RouteLabel = { surface: 'public', route };
  return async (request: FastifyRequest) => {
    request.routeLabel = label;
  };
}
