import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { About } from '../../../../shared/contract/about.ts';
import { parseCode } from '../../../../shared/counter-code/parse-code.ts';
import { plainCode } from '../../../../shared/counter-code/plain-code.ts';
import { errors } from '../../../../shared/errors.ts';
import * as limits from '../../../../shared/limits.ts';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import { land } from '../../verify/02-land.ts';
import { addVary } from '../headers/add-vary.ts';
import { languageOf } from '../problems/problem-details.ts';
import { problemOf } from '../problems/problem-of.ts';
import { arrivalCookie } from './arrival-cookie.ts';
import { openLandingPage, refusalOf } from './landing-page.ts';
import { inlineScriptHashes, pageHeaders } from './page-headers.ts';
import { sendPage } from './send-page.ts';
import { siteFiles, staticSite } from './static-site.ts';

/** The page of the H5 app that a scanned code leads to. */
const confirmPage = '/pages/confirm/index';

/** The page of the app that another person's code leads to: nothing of it is judged before somebody has signed in. */
const meetPage = '/pages/meet/index';

const landingFile = 'landing.html';
const index = 'index.html';

/** Where the app's own router keeps its pages: each of these addresses, reloaded or shared, is the app again. */
const appPaths = ['/', '/pages/*', '/capture/*'];

/**
 * Serves the H5 build, each of its files at a route of its own, and `/q/:code`, which every counter code points to.
 *
 * A browser that opens a code is answered its landing page, which says who asks and loads the app behind itself, and keeps the
 * ticket of its arrival as a cookie. The scanners of the
 * platforms do not come here at all: by their rules for ordinary links they open the mini-program and hand it the whole
 * address. For WeChat (扫普通链接二维码打开小程序) the operator enters the prefix `<LZ_PUBLIC_URL>/q/` in the mini-program's
 * administration and the page `pages/confirm/index`, which finds the address, URL-encoded, in `q`. For Alipay
 * (关联普通二维码) it is the same prefix, and the address is in `qrCode` of the app's launch query. Both want a file of
 * theirs at the prefix once, to see that the operator owns it: a proxy in front can answer that.
 * @throws Error where there is no `index.html` or no `landing.html`
 */
export function h5Surface(
  server: FastifyInstance,
  ports: Ports,
  { folder, about }: { folder: string; about: About },
): void {
  for (const file of [index, landingFile])
    if (!existsSync(join(folder, file))) throw new Error(`the folder of the H5 build has no ${file}`);
  const landing = openLandingPage(join(folder, landingFile), about);
  const html = readFileSync(join(folder, index), 'utf8');
  const headers = pageHeaders(
    [
      "default-src 'self'",
      ["script-src 'self'", ...inlineScriptHashes(html), ...inlineScriptHashes(landing.template)].join(' '),
      // Taro's components write style elements and attributes as they are drawn.
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "media-src 'self' blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self' blob:",
    ],
    // How it is held moves the light on the credential card, and nothing else.
    ['camera', 'microphone', 'accelerometer', 'gyroscope'],
  );
  const addresses = new Map([
    ...siteFiles(folder)
      .filter((file) => file !== landingFile)
      .map((file) => [`/${file}`, file] as const),
    ...appPaths.map((url) => [url, index] as const),
  ]);
  server.register((scope) => staticSite(scope, { folder, addresses, headers, label: () => '/h5' }));

  const answerPage = async (request: FastifyRequest<{ Params: { code: string } }>, reply: FastifyReply) => {
    const scanned = request.params.code;
    const code = plainCode(scanned) ?? scanned;
    if (code.length > limits.scannedCode) throw new Problem('not-found');
    const language = languageOf(request.headers['accept-language']);
    reply.headers(headers).type('text/html; charset=utf-8');
    addVary(reply, 'accept-language');
    if (isMeeting(code)) return reply.redirect(`${meetPage}?code=${encodeURIComponent(code)}`, 302);
    // A look at the address alone is no scan.
    if (request.method === 'HEAD') return reply.send();
    try {
      const landed = await land(ports, { code, source: request.ip });
      if (landed.ticket !== undefined)
        reply.header('set-cookie', arrivalCookie(ports.settings.publicUrl, landed.ticket));
      const page = `${confirmPage}?code=${encodeURIComponent(code)}`;
      return sendPage(request, reply, landing.asks(language, landed, page));
    } catch (fault) {
      const problem = problemOf(fault);
      if (problem === undefined) throw fault;
      request.problemCode = problem.code;
      reply.status(errors[problem.code].status);
      return sendPage(request, reply, landing.refuses(language, refusalOf(problem.code)));
    }
  };
  for (const url of ['/q/:code', '/q/:code/'])
    server.route<{ Params: { code: string } }>({
      method: ['GET', 'HEAD'],
      url,
      schema: { hide: true },
      async onRequest(request) {
        request.routeLabel = { surface: 'public', route: '/q/:code' };
      },
      handler: answerPage,
    });
}

function isMeeting(code: string): boolean {
  const parsed = parseCode(code);
  return parsed !== undefined && 'meeting' in parsed;
}
