import type { FastifyRequest } from 'fastify';
import { Problem } from '../../../../shared/problem.ts';
import type { Ports } from '../../ports/ports.ts';
import type { Counter } from '../../ports/registry.ts';
import { isFromThisMachine } from './is-from-this-machine.ts';

/**
 * Refuses what a page sends for a counter from an origin that this counter is not registered with: a token that was stolen, or lent, is of
 * no use in somebody else's page. Programs name no origin, and this server's own pages are its own. A page token counts from the page that
 * it was made for and nowhere else, programs included.
 * @throws Problem origin-not-allowed
 */
export function demandOrigin(
  request: FastifyRequest,
  { origins = [], page }: Pick<Counter, 'origins'> & { page?: { origin: string } },
  { publicUrl, sandbox }: Pick<Ports['settings'], 'publicUrl' | 'sandbox'>,
): void {
  const { origin } = request.headers;
  if (page !== undefined) {
    if (origin === page.origin) return;
    throw new Problem('origin-not-allowed');
  }
  if (origin === undefined || origins.includes(origin) || origin === new URL(publicUrl).origin) return;
  if (sandbox && isFromThisMachine(request)) return;
  throw new Problem('origin-not-allowed');
}
