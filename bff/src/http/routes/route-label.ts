/** Which group of callers a route is for; each has its own way of proving who calls. */
export type Surface = 'counter' | 'holder' | 'access' | 'public';

/** Where a request landed: the route's pattern, never the address that was sent. */
export interface Place {
  surface: Surface;
  route: string;
}

export const nowhere: Place = { surface: 'public', route: 'none' };

declare module 'fastify' {
  interface FastifyRequest {
    place: Place;
  }
}
