import { useSyncExternalStore } from 'react';
import { go } from '../start/go.ts';
import { hasCopy, watchReceipts } from '../start/receipts.ts';
import { ActionButton } from '../ui/action-button.tsx';
import { useSay } from '../ui/use-say.ts';
import { texts } from './texts.ts';

/** Leads to the own copy of a ward whose face this phone took, until the ward has it; nothing where there is none. */
export function CopyButton({ id, session }: { id: string; session: string }) {
  const say = useSay();
  const waits = useSyncExternalStore(watchReceipts, () => hasCopy(session));
  if (!waits) return null;
  return (
    <ActionButton
      id={id}
      label={say(texts.familyCopy)}
      weight="plain"
      onTap={() => void go('copy', { session })}
    />
  );
}
