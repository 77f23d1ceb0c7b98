import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Webhook } from 'standardwebhooks';

/** How a receiver can behave. `stall`: takes what is sent and never answers; `busy`: asks to come back in a second. */
export const behaviours = ['ok', 'fail', 'busy', 'stall', 'redirect', 'gone'] as const;
export type Behaviour = (typeof behaviours)[number];

/** One request that came. */
export interface Heard {
  eventId: string;
  path: string;
  behaviour: Behaviour;
  /** undefined where the signature fits none of the secrets. */
  event: unknown;
  /** It was taken before: to be answered 2xx and not done again. */
  known: boolean;
}

export interface WebhookReceiver {
  url: string;
  /** All that came, in order. */
  heard: readonly Heard[];
  /** The events that were verified and answered 2xx, each once, in order: what a real receiver would act on. */
  taken: readonly unknown[];
  behave(behaviour: Behaviour): void;
  /** Takes one more secret. */
  trust(secret: string): void;
  close(): void;
}

const bodyMost = 64 * 1024;

/**
 * A receiver of webhooks as an integrator would write it: verifies by the package `standardwebhooks`, and acts on each event once. It
 * behaves as it is told, or as the path of the request says (`/fail`, `/stall` and so on).
 * @throws Error of the system where the port is taken
 */
export async function startReceiver(
  options: { port?: number; secrets?: readonly string[]; onHeard?: (heard: Heard) => void } = {},
): Promise<WebhookReceiver> {
  const secrets = [...(options.secrets ?? [])];
  const heard: Heard[] = [];
  const taken = new Map<string, unknown>();
  let behaviour: Behaviour = 'ok';

  const server = createServer((request, response) => {
    receive(request, response).catch(() => response.destroy());
  });
  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await readBody(request);
    const path = request.url ?? '/';
    const asked = behaviours.find((name) => path === `/${name}`) ?? behaviour;
    const eventId = String(request.headers['webhook-id'] ?? '');
    const event = verified(secrets, body, request.headers);
    const one = { eventId, path, behaviour: asked, event, known: taken.has(eventId) };
    heard.push(one);
    options.onHeard?.(one);
    if (event === undefined) response.writeHead(401).end();
    else if (asked === 'ok') {
      if (!one.known) taken.set(eventId, event);
      response.writeHead(204).end();
    } else misbehave(asked, response);
  }
  // A port that is taken is told by an event, which `once` throws.
  await once(server.listen(options.port ?? 0, '127.0.0.1'), 'listening');
  const address = server.address();
  if (typeof address === 'string' || address === null) throw new Error('no port');

  return {
    url: `http://127.0.0.1:${address.port}`,
    heard,
    get taken() {
      return [...taken.values()];
    },
    behave(next) {
      behaviour = next;
    },
    trust: (secret) => void secrets.push(secret),
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Whether deliveries can be verified by it: a public key (`whpk_`) is for other receivers. */
export function isSecret(text: string): boolean {
  try {
    return text.startsWith('whsec_') && new Webhook(text) instanceof Webhook;
  } catch {
    return false;
  }
}

function misbehave(behaviour: Exclude<Behaviour, 'ok'>, response: ServerResponse): void {
  switch (behaviour) {
    case 'fail':
      response.writeHead(500).end();
      break;
    case 'busy':
      response.writeHead(503, { 'retry-after': '1' }).end();
      break;
    case 'redirect':
      response.writeHead(308, { location: '/ok' }).end();
      break;
    case 'gone':
      response.writeHead(410).end();
      break;
    case 'stall':
      break;
  }
}

function verified(secrets: readonly string[], body: string, headers: IncomingMessage['headers']): unknown {
  const plain = Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)]));
  for (const secret of secrets)
    try {
      return new Webhook(secret).verify(body, plain);
    } catch {
      // Another secret may fit.
    }
  return undefined;
}

async function readBody(request: IncomingMessage): Promise<string> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const part of request) {
    parts.push(part);
    length += part.length;
    if (length > bodyMost) throw new Error('too large');
  }
  return Buffer.concat(parts).toString();
}
