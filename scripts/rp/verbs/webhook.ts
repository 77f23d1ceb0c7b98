import type { WebhookView, WebhookWithSecret } from '../../../shared/contract/operator/webhook-view.ts';
import {
  addWebhookCall,
  listWebhooksCall,
  pauseWebhookCall,
  resumeWebhookCall,
  revokeWebhookCall,
  rotateWebhookCall,
  testWebhookCall,
} from '../../../shared/contract/operator/webhooks.ts';
import { sessionEvents } from '../../../shared/contract/webhook/events.ts';
import type { Desk } from '../desk.ts';
import type { Options } from '../options.ts';
import { deliveriesByCommand, replayByCommand } from './deliveries.ts';

type Verb = (desk: Desk, id: string, more: string | undefined, given: Options) => Promise<void>;

/** What can be done with a webhook: each by its id, but that one is added to, and listed for, a relying party. */
const verbs: Readonly<Record<string, Verb>> = {
  add: addByCommand,
  list: async (desk, rpId) => {
    const { webhooks } = await desk.ask(listWebhooksCall, { params: { rpId } });
    for (const webhook of webhooks) tell(webhook);
  },
  rotate: async (desk, webhookId, _, { leaked = false, signing }) => {
    const body = { leaked, ...signingIn(signing) };
    tellSecret(await desk.ask(rotateWebhookCall, { params: { webhookId }, body }));
    console.log(
      leaked ? 'The old one signs no more.' : 'Both sign for 24 hours: replace the old one within.',
    );
  },
  test: async (desk, webhookId) => {
    const { eventId } = await desk.ask(testWebhookCall, { params: { webhookId } });
    console.log(`Sent as ${eventId}. What became of it: npm run rp -- webhook deliveries ${webhookId}`);
  },
  deliveries: deliveriesByCommand,
  replay: replayByCommand,
  pause: async (desk, webhookId) => tell(await desk.ask(pauseWebhookCall, { params: { webhookId } })),
  resume: async (desk, webhookId) => tell(await desk.ask(resumeWebhookCall, { params: { webhookId } })),
  revoke: async (desk, webhookId) => tell(await desk.ask(revokeWebhookCall, { params: { webhookId } })),
};

/** `webhook add RP URL`, `webhook list RP`, `webhook rotate|test|deliveries|replay|pause|resume|revoke ID`. @throws Error in a sentence, Refused */
export async function webhookByCommand(desk: Desk, about: readonly string[], given: Options): Promise<void> {
  const [name = '', id = '', more] = about;
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined;
  if (verb === undefined) throw new Error(`webhook takes one of ${Object.keys(verbs).join(', ')}.`);
  await verb(desk, id, more, given);
}

async function addByCommand(
  desk: Desk,
  rpId: string,
  url: string | undefined,
  given: Options,
): Promise<void> {
  if (url === undefined) throw new Error('webhook add takes a relying party and a URL.');
  const { name = new URL(url).hostname, event = [...sessionEvents], signing } = given;
  const events = event.map((wanted) => {
    const found = sessionEvents.find((each) => each === wanted);
    if (found === undefined) throw new Error(`--event is one of ${sessionEvents.join(', ')}.`);
    return found;
  });
  const body = { url, name, events, ...signingIn(signing) };
  const added = await desk.ask(addWebhookCall, { params: { rpId }, body });
  tellSecret(added);
  console.log(`\nNext: npm run rp -- webhook test ${added.webhook.webhookId}`);
}

function signingIn(signing: string | undefined): { signing?: 'hmac' | 'ed25519' } {
  if (signing === undefined) return {};
  if (signing === 'hmac' || signing === 'ed25519') return { signing };
  throw new Error('--signing is hmac or ed25519.');
}

function tell({ webhookId, state, url, events, backlog, missed, lastFault }: WebhookView): void {
  const waiting = `${backlog} waiting${missed > 0 ? `, ${missed} missed` : ''}`;
  console.log(
    `${webhookId}  ${state}  ${url}  ${events.join(' ')}  ${waiting}  ${lastFault ?? ''}`.trimEnd(),
  );
}

function tellSecret({ webhook, secret, publicKey }: WebhookWithSecret): void {
  tell(webhook);
  if (secret !== undefined) console.log(`Its secret, shown this once: ${secret}`);
  if (publicKey !== undefined) console.log(`Its public key: ${publicKey}`);
}
