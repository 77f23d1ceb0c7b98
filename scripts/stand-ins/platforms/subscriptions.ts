import type { LoginPlatform } from '../../../shared/contract/login/01-login.ts';

/** A message that a platform took: to whom, of which template, and every word that it says. */
export interface Sent {
  platform: LoginPlatform;
  subject: string;
  template: string;
  words: string[];
  page: string;
  at: number;
}

export interface Subscriptions {
  /** The person taps *allow* for these templates: each may be sent once more. */
  allow(platform: LoginPlatform, subject: string, templates: readonly string[]): void;
  /** Takes a message that was allowed, once; false where it was not. */
  take(message: Omit<Sent, 'at'>): boolean;
  sent(): readonly Sent[];
}

const kept = 200;

/** Who allowed which messages at either platform, and those that went: what neither platform shows to anybody else. */
export function makeSubscriptions(now: () => number): Subscriptions {
  const allowed = new Map<string, number>();
  const sent: Sent[] = [];
  const keyOf = (platform: LoginPlatform, subject: string, template: string) =>
    `${platform} ${subject} ${template}`;
  return {
    allow(platform, subject, templates) {
      for (const template of templates) {
        const key = keyOf(platform, subject, template);
        allowed.set(key, (allowed.get(key) ?? 0) + 1);
      }
    },
    take(message) {
      const key = keyOf(message.platform, message.subject, message.template);
      const left = allowed.get(key) ?? 0;
      if (left === 0) return false;
      allowed.set(key, left - 1);
      sent.unshift({ ...message, at: now() });
      sent.splice(kept);
      return true;
    },
    sent: () => sent,
  };
}
