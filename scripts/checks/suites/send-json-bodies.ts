import { type TestServer, testServer } from '../../../bff/src/http/server.fixture.ts';
import type { Tally } from './suite.ts';

/** Bytes that come as a body of JSON; `isJson` is undefined where RFC 8259 leaves it open. */
export interface JsonBody {
  name: string;
  bytes: Uint8Array;
  isJson: boolean | undefined;
}

/** No suite's JSON is a request of ours: well-formed or not, each is refused, and told apart. */
const codes = {
  yes: ['request-invalid', 'body-too-large'],
  no: ['body-not-json', 'body-too-large'],
  open: ['request-invalid', 'body-not-json', 'body-too-large'],
};

/** Sends each to the call that opens a session, in the name of a counter. Right is a 4xx with the code for what it is. */
export async function sendJsonBodies(bodies: readonly JsonBody[]): Promise<Tally> {
  const world = await testServer();
  const wrong: string[] = [];
  try {
    for (const [index, body] of bodies.entries()) {
      // A counter of flesh and blood is no faster; its token is renewed in time.
      world.clock.now += 5_000;
      if (index % 50 === 0) token = await world.counterToken();
      const { status, code } = await send(world, token, body.bytes);
      const empty = body.bytes.length === 0;
      const right = body.isJson === undefined || empty ? codes.open : body.isJson ? codes.yes : codes.no;
      if (status < 400 || status >= 500 || !right.includes(code))
        wrong.push(`${body.name}: ${status} ${code}`);
    }
    if (world.lines.some((line) => line.includes('"level":50'))) wrong.push('a fault was logged');
  } finally {
    await world.server.close();
    await world.ports.db.close();
  }
  return { cases: bodies.length, wrong };
}

let token = '';

async function send(
  { url }: TestServer,
  bearer: string,
  body: Uint8Array,
): Promise<{ status: number; code: string }> {
  const answer = await fetch(`${url}/counter/v1/sessions`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${bearer}`,
      'content-type': 'application/json',
      'idempotency-key': crypto.randomUUID(),
    },
    body: Buffer.from(body),
  });
  const said: unknown = await answer.json();
  const code = typeof said === 'object' && said !== null ? String(Reflect.get(said, 'code')) : '';
  return { status: answer.status, code };
}
