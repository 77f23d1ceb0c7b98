// The least that relays: Fastify takes the upload, undici sends it on, nobody is asked who he is and nothing is written down.
import { fastify } from 'fastify';
import { Pool } from 'undici';
import { requireEnv, serve } from '../../../program/program.ts';

const upstream = new Pool(requireEnv('BENCH_UPSTREAM'), { connections: 64 });
const app = fastify();
app.removeAllContentTypeParsers();
app.addContentTypeParser('application/octet-stream', (_request, _payload, done) => done(null));

app.put('/relay', async (request, reply) => {
  const answer = await upstream.request({
    method: 'PUT',
    path: '/sink',
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(request.headers['content-length']),
    },
    body: request.raw,
  });
  reply.status(answer.statusCode).header('content-type', 'application/json');
  return answer.body.text();
});
app.post('/nothing', async () => ({ awaited: [] }));

await serve(app, '127.0.0.1', 0);
