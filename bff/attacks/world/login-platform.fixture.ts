import { once } from 'node:events';
import { createServer } from 'node:http';

/** A login platform that speaks WeChat's `jscode2session`: the code is the account, and `no-such-code` is none. */
export async function startLoginPlatform(): Promise<{ url: string; stop(): Promise<void> }> {
  const server = createServer((request, response) => {
    const code = new URL(request.url ?? '/', 'http://platform').searchParams.get('js_code');
    const answer =
      code === 'no-such-code' ? { errcode: 40029, errmsg: 'invalid code' } : { openid: `openid-of-${code}` };
    response.end(JSON.stringify(answer));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new TypeError('the platform has no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
