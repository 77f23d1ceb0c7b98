import type { Static } from 'typebox';
import type { Place } from '../../shared/contract/authority/administrator.ts';

/** From which place on; nothing of it is the first page. */
interface From {
  before?: Static<typeof Place>;
}

/** The pages of a list at the desk, one after the other, up to the last. */
export async function* pagesOf<Page extends { next?: Static<typeof Place> }>(
  ask: (from: From) => Promise<Page>,
): AsyncGenerator<Page> {
  let from: From | undefined = {};
  while (from !== undefined) {
    const page: Page = await ask(from);
    yield page;
    from = page.next && { before: page.next };
  }
}
