import type { DeliveryFault } from '../../../shared/contract/operator/webhook-view.ts';

/** What a try came to before there was an answer. */
export type SendFault = Extract<
  DeliveryFault,
  'address-refused' | 'unreachable' | 'tls-refused' | 'timeout' | 'answer-invalid'
>;

/** The status of an answer, and after how many milliseconds it asks for the next try; or why there is none. */
export type Sent = { status: number; retryAfter?: number } | { fault: SendFault };

/** One try of a delivery. */
export interface Delivery {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
  /** Breaks it off, when the process stops. */
  signal: AbortSignal;
}

/** Reaches the receivers of webhooks, and nobody who is not to be reached by somebody's wish: a machine of this network, or this service. */
export interface WebhookSender {
  /** The URL as it is kept; undefined where nothing may be sent there, or its name leads nowhere. */
  judge(url: string): Promise<string | undefined>;
  /** Never throws. The connection goes to an address that was judged for it, and no redirect is followed. */
  send(delivery: Delivery): Promise<Sent>;
}
