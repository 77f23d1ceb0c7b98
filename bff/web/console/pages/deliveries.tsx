import { useState } from 'preact/hooks';
import { deliveryStates } from '../../../../shared/contract/operator/webhook-view.ts';
import { readDeliveriesCall, replayDeliveryCall } from '../../../../shared/contract/operator/webhooks.ts';
import type { WebhookId } from '../../../../shared/ids.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { deliveryFaultText, deliveryStateText } from '../parts/words.ts';

/** What a webhook was told and what waits, the newest first. @param told another number reads anew */
export function Deliveries({ webhookId, told }: { webhookId: WebhookId; told: number }) {
  const { say, time, number } = useSay();
  const [state, setState] = useState<(typeof deliveryStates)[number]>();
  const read = async (after: string | undefined) => {
    const query = { ...(after === undefined ? {} : { after }), ...(state === undefined ? {} : { state }) };
    const { deliveries, next } = await call(readDeliveriesCall, { params: { webhookId }, query });
    return { items: deliveries, next };
  };
  return (
    <>
      <label class="field">
        <Say zh="只看" en="Show" />
        <select
          id="delivery-state"
          onChange={({ currentTarget }) =>
            setState(deliveryStates.find((each) => each === currentTarget.value))
          }
        >
          <option value="">{say({ zh: '全部', en: 'all' })}</option>
          {deliveryStates.map((each) => (
            <option key={each} value={each}>
              {say(deliveryStateText[each])}
            </option>
          ))}
        </select>
      </label>
      <Pages
        read={read}
        by={`${webhookId} ${state ?? ''} ${told}`}
        empty={{ zh: '没有投递', en: 'There is none' }}
      >
        {(deliveries, reload) => (
          <>
            <Act work={reload} id="reload-deliveries" done={{ zh: '已更新', en: 'Up to date' }}>
              <Say zh="更新" en="Read again" />
            </Act>
            <ul class="list">
              {deliveries.map(({ eventId, type, at, state: is, tries, status, fault, nextAt }) => (
                <li key={eventId}>
                  <code>{type}</code>
                  <span>{time(at)}</span>
                  <span class={is}>
                    {say(deliveryStateText[is])}
                    {fault === undefined ? '' : ` · ${say(deliveryFaultText[fault])}`}
                    {status === undefined ? '' : ` · ${status}`}
                  </span>
                  <span>
                    <Say zh={`试过 ${number(tries)} 次`} en={`${number(tries)} tries`} />
                    {nextAt === undefined ? null : (
                      <Say zh={`，下次 ${time(nextAt)}`} en={`, next ${time(nextAt)}`} />
                    )}
                  </span>
                  {is === 'waiting' ? null : (
                    <Act
                      work={() => call(replayDeliveryCall, { params: { webhookId, eventId } }).then(reload)}
                      done={{ zh: '已重新排队', en: 'It is sent again' }}
                    >
                      <Say zh="重发" en="Send again" />
                    </Act>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Pages>
    </>
  );
}
