import { listCountersCall } from '../../../../shared/contract/operator/counters.ts';
import type { RpId } from '../../../../shared/ids.ts';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { standingText } from '../parts/words.ts';

/** The counters of a relying party, in the order of their ids. */
export function Counters({ rpId }: { rpId: RpId }) {
  const { say, name, time } = useSay();
  const read = async (after: string | undefined) => {
    const query = { rpId, ...(after === undefined ? {} : { after }) };
    const { counters, next } = await call(listCountersCall, { query });
    return { items: counters, next };
  };
  return (
    <Pages read={read} by={rpId} empty={{ zh: '还没有柜台', en: 'There is no counter yet' }}>
      {(counters) => (
        <ul class="list">
          {counters.map((counter) => (
            <li key={counter.counterId}>
              <a href={`#/counters/${counter.counterId}`}>{name(counter.name)}</a>
              <code>{counter.counterId}</code>
              <span class={counter.standing}>{say(standingText[counter.standing])}</span>
              <span>
                <Say
                  zh={`登记到 ${time(counter.registrationEnds)}`}
                  en={`registered until ${time(counter.registrationEnds)}`}
                />
              </span>
            </li>
          ))}
        </ul>
      )}
    </Pages>
  );
}
