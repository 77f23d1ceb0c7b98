import { lookup } from 'node:dns/promises';
import { isIP } from 'node:net';
import { Agent, request } from 'undici';
import * as limits from '../../../../shared/limits.ts';
import type { Delivery, Sent, WebhookSender } from '../../ports/webhooks.ts';
import { boundedLookup } from './bounded-lookup.ts';
import { hostOf, type Judging, judgeUrl } from './judge-url.ts';
import { lookupByDns } from './lookup-by-dns.ts';
import { mayReach, pinnedLookup, type Resolve, resolveChecked } from './pinned-lookup.ts';
import { faultOf, readRetryAfter } from './read-sent.ts';

export interface HttpWebhooksOptions extends Judging {
  now: () => number;
  /** Where absent: by the name servers, and in a sandbox as the system does it, for names of this machine's list of hosts. */
  resolve?: Resolve | undefined;
  /** Who is asked for names; the system's name servers where absent. */
  nameServers?: readonly string[];
  /** Milliseconds for one try; `limits.webhookTimeout` where absent. */
  timeout?: number;
}

const bySystem: Resolve = (hostname) => lookup(hostname, { all: true, verbatim: true });

/**
 * Receivers of webhooks over HTTP. A certificate is checked for the name of the URL, whatever the address. Of an answer nothing counts
 * but its status and `Retry-After`: a little of its body is read, and dropped.
 */
export function httpWebhooks({
  now,
  nameServers,
  resolve: lookUp,
  timeout: patience = limits.webhookTimeout,
  ...judging
}: HttpWebhooksOptions): WebhookSender & { close(): Promise<void> } {
  const resolve = boundedLookup(
    lookUp ?? (judging.sandbox ? bySystem : lookupByDns(nameServers)),
    limits.webhookLookup,
  );
  const agents = new Map(
    ['http:', 'https:'].map((protocol) => {
      const connect = {
        timeout: limits.connectTimeout,
        allowH2: false,
        lookup: pinnedLookup(resolve, { sandbox: judging.sandbox, protocol }),
      };
      const agent = new Agent({
        connect,
        connections: limits.webhookAtOnce,
        maxHeaderSize: limits.requestHeaders,
        keepAliveTimeout: limits.webhookRest,
        keepAliveMaxTimeout: limits.webhookRest,
      });
      return [protocol, agent] as const;
    }),
  );

  /** undefined where the URL may not be reached; its name is judged when it is looked up. */
  const admit = (text: string): URL | undefined => {
    const url = judgeUrl(text, judging);
    if (url === undefined) return undefined;
    const reach = { sandbox: judging.sandbox, protocol: url.protocol };
    const host = hostOf(url);
    return isIP(host) === 0 || mayReach(host, reach) ? url : undefined;
  };

  return {
    async judge(text) {
      const url = admit(text);
      if (url === undefined) return undefined;
      const host = hostOf(url);
      const reach = { sandbox: judging.sandbox, protocol: url.protocol };
      try {
        if (isIP(host) === 0) await resolveChecked(resolve, host, reach);
        return url.href;
      } catch {
        return undefined;
      }
    },
    async send({ url: text, headers, body, signal }: Delivery): Promise<Sent> {
      const url = admit(text);
      const dispatcher = url && agents.get(url.protocol);
      if (url === undefined || dispatcher === undefined) return { fault: 'address-refused' };
      const timeout = AbortSignal.timeout(patience);
      try {
        const answer = await request(url, {
          ...{ dispatcher, method: 'POST', headers, body },
          signal: AbortSignal.any([signal, timeout]),
        });
        await answer.body
          .dump({
            limit: limits.webhookAnswer,
            signal: AbortSignal.any([signal, AbortSignal.timeout(limits.webhookAnswerPatience)]),
          })
          .catch(() => undefined);
        const retryAfter = readRetryAfter(answer.headers['retry-after'], now());
        return { status: answer.statusCode, ...(retryAfter === undefined ? {} : { retryAfter }) };
      } catch (fault) {
        return { fault: timeout.aborted ? 'timeout' : faultOf(fault) };
      }
    },
    async close() {
      await Promise.all([...agents.values()].map((agent) => agent.destroy()));
    },
  };
}
