import type { RelyingPartyRecord } from '../../../../shared/contract/operator/relying-parties.ts';
import type { Text } from '../../../../shared/text.ts';
import { Act } from '../../staff/parts/act.tsx';
import { useSay } from '../../staff/say.tsx';
import { standingText } from './words.ts';

/** Something that is registered to a relying party, and can be closed for good. */
export interface Registered extends Pick<RelyingPartyRecord, 'name' | 'standing'> {
  id: string;
  /** Where it is, if it is somewhere. */
  place?: string;
}

/** Each with its name, its id and its standing, and what closes it by a second press. */
export function RegisteredList({
  items,
  close,
  label,
  done,
  means,
}: {
  items: readonly Registered[];
  close: (id: string) => Promise<unknown>;
  label: Text;
  done: Text;
  means: Text;
}) {
  const { say, name } = useSay();
  return (
    <ul class="list">
      {items.map((item) => (
        <li key={item.id}>
          <strong>{name(item.name)}</strong>
          {item.place === undefined ? null : <span>{name(item.place)}</span>}
          <code>{item.id}</code>
          <span class={item.standing}>{say(standingText[item.standing])}</span>
          {item.standing === 'revoked' ? null : (
            <Act
              id={`close-${item.id}`}
              work={() => close(item.id)}
              done={done}
              twice={{
                press: { zh: `再按一次：${label.zh} ${item.id}`, en: `Press again: ${label.en} ${item.id}` },
                means,
              }}
            >
              {say(label)}
            </Act>
          )}
        </li>
      ))}
    </ul>
  );
}
