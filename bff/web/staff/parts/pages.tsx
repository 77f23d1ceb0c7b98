import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useState } from 'preact/hooks';
import { Say, useSay } from '../say.tsx';
import { Act } from './act.tsx';
import { Load } from './load.tsx';

/** What one call of a list answers. */
export interface PageOf<Item> {
  items: readonly Item[];
  next: string | undefined;
}

/** A list that comes by pages: the first at once, each further one by a button, which also looks further for what is searched for. */
export function Pages<Item>({
  read,
  by = '',
  wanted,
  empty,
  children,
}: {
  read: (after: string | undefined) => Promise<PageOf<Item>>;
  /** Another list begins anew. */
  by?: string;
  /** Which of them are shown. */
  wanted?: ((item: Item) => boolean) | undefined;
  empty: { zh: string; en: string };
  children: (items: readonly Item[], reload: () => Promise<void>) => ComponentChildren;
}) {
  return (
    <Load of={() => read(undefined)} by={by}>
      {(first, reload) => (
        <Following first={first} read={read} wanted={wanted} empty={empty}>
          {(items) => children(items, reload)}
        </Following>
      )}
    </Load>
  );
}

function Following<Item>({
  first,
  read,
  wanted,
  empty,
  children,
}: {
  first: PageOf<Item>;
  read: (after: string | undefined) => Promise<PageOf<Item>>;
  wanted: ((item: Item) => boolean) | undefined;
  empty: { zh: string; en: string };
  children: (items: readonly Item[]) => ComponentChildren;
}) {
  const { say, number } = useSay();
  const [all, setAll] = useState(first);
  // At once: whatever was pressed is gone before it is looked at where the focus is.
  useLayoutEffect(() => setAll(first), [first]);
  const shown = wanted === undefined ? all.items : all.items.filter(wanted);
  async function more(): Promise<void> {
    const page = await read(all.next);
    setAll({ items: [...all.items, ...page.items], next: page.next });
  }
  return (
    <>
      {shown.length === 0 ? <p>{say(empty)}</p> : children(shown)}
      <p class="soft" role="status">
        <Say
          zh={`显示 ${number(shown.length)} 条，已读 ${number(all.items.length)} 条`}
          en={`${number(shown.length)} shown of ${number(all.items.length)} read`}
        />
      </p>
      {all.next === undefined ? null : (
        <Act work={more} id="more" done={{ zh: '已读取下一页', en: 'The next page is there' }}>
          <Say zh="读取下一页" en="Read the next page" />
        </Act>
      )}
    </>
  );
}
