import { useEffect, useMemo, useState } from 'preact/hooks';
import { asId, type CounterId, type Ids, idPattern, type RpId, type WebhookId } from '../../../shared/ids.ts';

/** Pages of one relying party besides its own, by what follows its id. */
const pagesOfRp = ['add-counter', 'webhooks', 'acceptance-points', 'terminal-owners'] as const;
type OfRp = (typeof pagesOfRp)[number];

/** Which page an address stands for. */
export type Route =
  | { page: 'overview' }
  | { page: 'relying-parties' }
  | { page: 'add-rp' }
  | { page: 'import' }
  | { page: 'rp'; rpId: RpId }
  | { page: OfRp; rpId: RpId }
  | { page: 'webhook'; webhookId: WebhookId }
  | { page: 'counter'; counterId: CounterId }
  | { page: 'figures' }
  | { page: 'disputes' }
  | { page: 'reports' }
  | { page: 'proposals' }
  | { page: 'log' }
  | { page: 'operators' }
  | { page: 'pair'; code: string };

/** Reads what stands behind the `#`; whatever is not known leads to the first page. */
export function routeOf(hash: string): Route {
  const pair = /^#pair=([A-Z]{4}-[A-Z]{4})$/.exec(hash)?.[1];
  if (pair !== undefined) return { page: 'pair', code: pair };
  const [room, id = '', more] = hash.replace(/^#\/?/, '').split('/');
  const rpId = idIn('rp', id);
  const counterId = idIn('cnt', id);
  const webhookId = idIn('hook', id);
  switch (room) {
    case 'rps':
      if (id === 'add') return { page: 'add-rp' };
      if (id === 'import') return { page: 'import' };
      if (rpId === undefined) return { page: 'relying-parties' };
      return { page: pagesOfRp.find((each) => each === more) ?? 'rp', rpId };
    case 'counters':
      return counterId === undefined ? { page: 'relying-parties' } : { page: 'counter', counterId };
    case 'webhooks':
      return webhookId === undefined ? { page: 'relying-parties' } : { page: 'webhook', webhookId };
    case 'figures':
    case 'disputes':
    case 'reports':
    case 'proposals':
    case 'log':
    case 'operators':
      return { page: room };
    default:
      return { page: 'overview' };
  }
}

function idIn<K extends keyof Ids>(kind: K, text: string): Ids[K] | undefined {
  return new RegExp(idPattern[kind]).test(text) ? asId(kind, text) : undefined;
}

export function useRoute(): Route {
  const [hash, setHash] = useState(() => location.hash);
  useEffect(() => {
    const changed = () => setHash(location.hash);
    addEventListener('hashchange', changed);
    // It may have changed before anybody listened.
    changed();
    return () => removeEventListener('hashchange', changed);
  }, []);
  return useMemo(() => routeOf(hash), [hash]);
}
