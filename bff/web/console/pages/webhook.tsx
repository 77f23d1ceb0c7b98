import { useState } from 'preact/hooks';
import type { WebhookView, WebhookWithSecret } from '../../../../shared/contract/operator/webhook-view.ts';
import {
  pauseWebhookCall,
  readWebhookCall,
  replayDeadCall,
  resumeWebhookCall,
  revokeWebhookCall,
  rotateWebhookCall,
  testWebhookCall,
} from '../../../../shared/contract/operator/webhooks.ts';
import type { WebhookId } from '../../../../shared/ids.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Facts, Part } from '../../staff/parts/facts.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { announce, Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { deliveryFaultText, webhookStateText } from '../parts/words.ts';
import { Deliveries } from './deliveries.tsx';
import { Secret } from './webhooks.tsx';

/** One webhook: how it does, what it was told, and what can be sent again. */
export function WebhookPage({ webhookId }: { webhookId: WebhookId }) {
  const [told, setTold] = useState(0);
  return (
    <Page title={{ zh: 'Webhook 与投递', en: 'Webhook and deliveries' }}>
      <Load of={() => call(readWebhookCall, { params: { webhookId } })}>
        {(webhook, reload) => (
          <Shown
            webhook={webhook}
            reload={async () => {
              await reload();
              setTold(told + 1);
            }}
          />
        )}
      </Load>
      <Part id="deliveries" title={{ zh: '投递', en: 'Deliveries' }}>
        <Deliveries webhookId={webhookId} told={told} />
      </Part>
    </Page>
  );
}

function Shown({ webhook, reload }: { webhook: WebhookView; reload: () => Promise<void> }) {
  const { say, time, number } = useSay();
  const [made, setMade] = useState<WebhookWithSecret>();
  const { webhookId, rpId, state, backlog, missed, secrets, failingSince, lastFault } = webhook;
  const params = { webhookId };
  async function rotate(leaked: boolean): Promise<void> {
    setMade(await call(rotateWebhookCall, { params, body: { leaked } }));
    await reload();
  }
  async function replayAll(): Promise<void> {
    let sent = 0;
    for (let more = true; more; ) {
      const page = await call(replayDeadCall, { params, body: { since: 0 } });
      sent += page.replayed;
      more = page.more && page.replayed > 0;
      announce(say({ zh: `已重新排队 ${sent} 条`, en: `${sent} are sent again` }));
    }
    await reload();
  }
  return (
    <>
      <Facts
        facts={[
          [
            { zh: '依赖方', en: 'Relying party' },
            <a key="rp" href={`#/rps/${rpId}/webhooks`}>
              {rpId}
            </a>,
          ],
          [{ zh: '名称', en: 'Name' }, webhook.name],
          [{ zh: '接收地址', en: 'Receiver' }, <code key="url">{webhook.url}</code>],
          [{ zh: '状态', en: 'State' }, say(webhookStateText[state])],
          [{ zh: '等待发送', en: 'Waiting' }, number(backlog)],
          [{ zh: '没有留下', en: 'Not kept' }, number(missed)],
          [{ zh: '有效密钥', en: 'Secrets that sign' }, number(secrets)],
          [
            { zh: '最近的问题', en: 'Failing' },
            failingSince === undefined
              ? say({ zh: '没有', en: 'no' })
              : `${lastFault === undefined ? '' : `${say(deliveryFaultText[lastFault])} · `}${time(failingSince)}`,
          ],
        ]}
      />
      {made === undefined ? null : <Secret made={made} />}
      {state === 'revoked' ? null : (
        <div class="row">
          <Act
            id="test"
            work={() => call(testWebhookCall, { params }).then(reload)}
            done={{ zh: '测试已排队，看下面的投递', en: 'The test is on its way: see the deliveries' }}
          >
            <Say zh="发送测试" en="Send a test" />
          </Act>
          {state === 'active' ? (
            <Act id="pause" work={() => call(pauseWebhookCall, { params }).then(reload)}>
              <Say zh="暂停" en="Pause" />
            </Act>
          ) : (
            <Act id="resume" work={() => call(resumeWebhookCall, { params }).then(reload)}>
              <Say zh="恢复发送" en="Resume" />
            </Act>
          )}
          <Act id="replay-all" work={replayAll}>
            <Say zh="重发所有已放弃的" en="Send all again that was given up" />
          </Act>
          <Act id="rotate-secret" work={() => rotate(false)}>
            <Say zh="更换密钥（旧的还能用 24 小时）" en="New secret; the old one counts for 24 hours" />
          </Act>
          <Act
            id="leaked"
            work={() => rotate(true)}
            twice={{
              press: { zh: '再按一次：旧密钥立刻作废', en: 'Press again: the old secret ends now' },
              means: {
                zh: '接收方换上新密钥之前，收到的都验不过。',
                en: 'What the receiver gets fails there until it has the new secret.',
              },
            }}
          >
            <Say zh="密钥泄露了" en="The secret leaked" />
          </Act>
          <Act
            id="revoke-webhook"
            work={() => call(revokeWebhookCall, { params }).then(reload)}
            twice={{
              press: { zh: '再按一次：永远停用', en: 'Press again: end it for good' },
              means: {
                zh: '密钥会删除，等待发送的不再发送，不能恢复。',
                en: 'Its secrets are deleted, what waits is given up, and it never comes back.',
              },
            }}
          >
            <Say zh="吊销 Webhook" en="Revoke the webhook" />
          </Act>
        </div>
      )}
    </>
  );
}
