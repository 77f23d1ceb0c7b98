import type { Surface } from '../ports/tally.ts';

/** Where a request landed: the route's pattern, never the address that was sent. */
export interface RouteLabel {
  surface: Surface;
  route: string;
}

export const noRoute: RouteLabel = { surface: 'public', route: 'none' };

declare module 'fastify' {
  interface FastifyRequest {
    routeLabel: RouteLabel;
  }
}

/** The path of a request target, as it was sent, without the query. */
export function pathOf(url: string): string {
  const query = url.indexOf('?');
  return query === -1 ? url : url.slice(0, query);
}
