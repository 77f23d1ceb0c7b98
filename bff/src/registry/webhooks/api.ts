import {
  addWebhookCall,
  changeWebhookCall,
  listWebhooksCall,
  pauseWebhookCall,
  readDeliveriesCall,
  readWebhookCall,
  replayDeadCall,
  replayDeliveryCall,
  resumeWebhookCall,
  revokeWebhookCall,
  rotateWebhookCall,
  testWebhookCall,
} from '../../../../shared/contract/operator/webhooks.ts';
import { type OperatorApi, operatorRoute } from '../../http/routes/route.ts';
import { addWebhook } from './add-webhook.ts';
import { changeWebhook } from './change-webhook.ts';
import { listWebhooks } from './list-webhooks.ts';
import { setPaused } from './pause-webhook.ts';
import { readDeliveries } from './read-deliveries.ts';
import { replayDead, replayDelivery } from './replay-deliveries.ts';
import { revokeWebhook } from './revoke-webhook.ts';
import { rotateWebhook } from './rotate-webhook.ts';
import { testWebhook } from './test-webhook.ts';
import { webhookById, webhookView } from './webhook-view.ts';

/** What operators do with webhooks. */
export const webhooksForOperators: OperatorApi = {
  listWebhooks: operatorRoute(listWebhooksCall, (ports, { params }) => listWebhooks(ports, params.rpId)),
  addWebhook: operatorRoute(addWebhookCall, (ports, { caller, params, body }) =>
    addWebhook(ports, caller, params.rpId, body),
  ),
  readWebhook: operatorRoute(readWebhookCall, async (ports, { params }) =>
    webhookView(ports, await webhookById(ports, params.webhookId)),
  ),
  changeWebhook: operatorRoute(changeWebhookCall, (ports, { caller, params, body }) =>
    changeWebhook(ports, caller, params.webhookId, body),
  ),
  pauseWebhook: operatorRoute(pauseWebhookCall, (ports, { caller, params }) =>
    setPaused(ports, caller, params.webhookId, 'paused'),
  ),
  resumeWebhook: operatorRoute(resumeWebhookCall, (ports, { caller, params }) =>
    setPaused(ports, caller, params.webhookId, 'resumed'),
  ),
  rotateWebhook: operatorRoute(rotateWebhookCall, (ports, { caller, params, body }) =>
    rotateWebhook(ports, caller, params.webhookId, body),
  ),
  revokeWebhook: operatorRoute(revokeWebhookCall, (ports, { caller, params }) =>
    revokeWebhook(ports, caller, params.webhookId),
  ),
  testWebhook: operatorRoute(testWebhookCall, (ports, { caller, params }) =>
    testWebhook(ports, caller, params.webhookId),
  ),
  readDeliveries: operatorRoute(readDeliveriesCall, (ports, { params, query }) =>
    readDeliveries(ports, params.webhookId, query),
  ),
  replayDelivery: operatorRoute(replayDeliveryCall, (ports, { caller, params }) =>
    replayDelivery(ports, caller, params.webhookId, params.eventId),
  ),
  replayDead: operatorRoute(replayDeadCall, (ports, { caller, params, body }) =>
    replayDead(ports, caller, params.webhookId, body.since),
  ),
};
