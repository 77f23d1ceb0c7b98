import type { FastifyInstance } from 'fastify';
import { type Message, renderInbox } from './render-inbox.ts';

const kept = 100;

/**
 * Stands for an SMS provider (`POST /sandbox/v1/messages`, a form of `phone` and `text`) and for the phones that get its
 * messages (`GET /sandbox/v1/messages?phone=`, `GET /inbox`), newest first.
 */
export function addInboxRoutes(app: FastifyInstance, now: () => number): void {
  const messages: Message[] = [];
  const to = (phone: string | undefined) =>
    phone === undefined || phone === '' ? messages : messages.filter((message) => message.phone === phone);

  app.post('/sandbox/v1/messages', (request, reply) => {
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const phone = form.get('phone') ?? '';
    const text = form.get('text') ?? '';
    if (!/^1[3-9][0-9]{9}$/.test(phone) || text === '' || text.length > 200)
      return reply.code(400).send({ error: 'phone, text' });
    messages.unshift({ phone, text, at: now() });
    messages.splice(kept);
    return reply.send({ taken: true });
  });
  app.get<{ Querystring: { phone?: string } }>('/sandbox/v1/messages', (request, reply) =>
    reply.header('cache-control', 'no-store').send({ messages: to(request.query.phone) }),
  );
  app.get<{ Querystring: { phone?: string } }>('/inbox', (request, reply) =>
    reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', "default-src 'none'; style-src 'unsafe-inline'")
      .send(renderInbox(to(request.query.phone))),
  );
}
