import type { Static } from 'typebox';
import type { Call } from '../../shared/contract/schema.ts';
import type { Desk } from './desk.ts';

/** The pages of a list, one after another. @throws Refused */
export async function* everyPage<C extends Call>(
  desk: Desk,
  call: C,
  query: Record<string, string | number> = {},
): AsyncGenerator<Static<C['answer']>> {
  let after: string | undefined;
  do {
    const page = await desk.ask(call, { query: { ...query, limit: 200, ...(after && { after }) } });
    yield page;
    after = nextIn(page);
  } while (after !== undefined);
}

function nextIn(page: unknown): string | undefined {
  const next = typeof page === 'object' && page !== null && 'next' in page ? page.next : undefined;
  return typeof next === 'string' ? next : undefined;
}
