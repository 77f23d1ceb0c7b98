import { useState } from 'preact/hooks';
import {
  type WebhookView,
  type WebhookWithSecret,
  webhookSignings,
} from '../../../../shared/contract/operator/webhook-view.ts';
import { addWebhookCall, listWebhooksCall } from '../../../../shared/contract/operator/webhooks.ts';
import { sessionEvents } from '../../../../shared/contract/webhook/events.ts';
import type { RpId } from '../../../../shared/ids.ts';
import { Part } from '../../staff/parts/facts.tsx';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { BackToRp } from '../parts/back-to-rp.tsx';
import { ShownOnce } from '../parts/shown-once.tsx';
import { webhookStateText } from '../parts/words.ts';

/** The webhooks of a relying party, and a new one. */
export function Webhooks({ rpId }: { rpId: RpId }) {
  const [made, setMade] = useState<WebhookWithSecret>();
  return (
    <Page title={{ zh: `${rpId} 的 Webhook`, en: `Webhooks of ${rpId}` }}>
      <BackToRp rpId={rpId} />
      <Load of={() => call(listWebhooksCall, { params: { rpId } })}>
        {({ webhooks }, reload) => (
          <>
            <List webhooks={webhooks} />
            {made === undefined ? null : <Secret made={made} />}
            <Part id="new" title={{ zh: '添加 Webhook', en: 'Add a webhook' }}>
              <NewWebhook
                rpId={rpId}
                take={async (added) => {
                  setMade(added);
                  await reload();
                }}
              />
            </Part>
          </>
        )}
      </Load>
    </Page>
  );
}

function List({ webhooks }: { webhooks: readonly WebhookView[] }) {
  const { say, number } = useSay();
  if (webhooks.length === 0)
    return (
      <p>
        <Say zh="还没有 Webhook" en="There is no webhook yet" />
      </p>
    );
  return (
    <ul class="list">
      {webhooks.map(({ webhookId, name, url, state, backlog, missed }) => (
        <li key={webhookId}>
          <a href={`#/webhooks/${webhookId}`}>{name}</a>
          <code>{url}</code>
          <span class={state}>{say(webhookStateText[state])}</span>
          <span>
            <Say
              zh={`${number(backlog)} 条等待发送，${number(missed)} 条没有留下`}
              en={`${number(backlog)} wait, ${number(missed)} were not kept`}
            />
          </span>
        </li>
      ))}
    </ul>
  );
}

function NewWebhook({ rpId, take }: { rpId: RpId; take: (made: WebhookWithSecret) => Promise<void> }) {
  const { say } = useSay();
  async function add(form: FormData): Promise<void> {
    const signing = webhookSignings.find((each) => each === form.get('signing'));
    const events = sessionEvents.filter((each) => form.getAll('event').includes(each));
    const body = { url: typed(form, 'url'), name: typed(form, 'webhook-name'), events };
    await take(
      await call(addWebhookCall, {
        params: { rpId },
        body: { ...body, ...(signing === undefined ? {} : { signing }) },
      }),
    );
  }
  return (
    <Form
      id="new-webhook"
      label={{ zh: '添加 Webhook', en: 'Add a webhook' }}
      submit={{ zh: '添加 Webhook', en: 'Add the webhook' }}
      done={{ zh: '已添加，密钥只显示这一次', en: 'Added; its secret is shown this once' }}
      send={add}
    >
      <Field name="webhook-name" label={{ zh: '名称', en: 'Name' }} maxLength={60} required />
      <Field
        name="url"
        type="url"
        label={{ zh: '接收地址', en: 'Address of the receiver' }}
        hint={{ zh: '以 https:// 开头的公网地址', en: 'A public address that begins with https://' }}
        required
      />
      <fieldset>
        <legend>{say({ zh: '告知哪些事件', en: 'Which events it is told of' })}</legend>
        {sessionEvents.map((event) => (
          <label key={event} class="check">
            <input type="checkbox" name="event" value={event} defaultChecked />
            <code>{event}</code>
          </label>
        ))}
      </fieldset>
      <label class="field">
        <Say zh="签名方式" en="How it is signed" />
        <select name="signing">
          <option value="hmac">{say({ zh: 'HMAC（常用）', en: 'HMAC, which every library knows' })}</option>
          <option value="ed25519">
            {say({ zh: 'Ed25519（接收方不持有密钥）', en: 'Ed25519: the receiver holds no secret' })}
          </option>
        </select>
      </label>
    </Form>
  );
}

/** What the receiver verifies by, for the moment that it is there. */
export function Secret({ made: { secret, publicKey } }: { made: WebhookWithSecret }) {
  if (secret !== undefined)
    return (
      <ShownOnce
        what={secret}
        label={{ zh: '密钥（只显示这一次，请交给接收方）', en: 'Secret: shown this once, for the receiver' }}
      />
    );
  if (publicKey === undefined) return null;
  return <ShownOnce key={publicKey} what={publicKey} label={{ zh: '公钥', en: 'Public key' }} />;
}
