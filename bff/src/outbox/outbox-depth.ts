import type { Ports } from '../ports/ports.ts';
import type { Message } from './queue-message.ts';

/** Every kind of message, so that a kind of which none waits is told as nought. */
const kinds: Readonly<Record<Message['kind'], true>> = {
  'void-credential': true,
  'move-credential': true,
  'settle-attempt': true,
  'end-delegation': true,
};

/** How many messages wait for the authority, and for how many seconds the oldest of each kind has. */
export async function outboxDepth({
  db,
  now,
}: Pick<Ports, 'db' | 'now'>): Promise<{ kind: string; count: number; oldestSeconds: number }[]> {
  const rows = await db.read(
    'select kind, count(*) as messages, min(queued_at) as oldest from outbox group by kind',
    {},
  );
  return Object.keys(kinds).map((kind) => {
    const found = rows.find((row) => row.kind === kind);
    if (found === undefined) return { kind, count: 0, oldestSeconds: 0 };
    const waited = Math.max(0, now() - Number(found.oldest)) / 1000;
    return { kind, count: Number(found.messages), oldestSeconds: waited };
  });
}
