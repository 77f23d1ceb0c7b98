import type { SendSms } from '../../ports/platforms.ts';
import { askPlatform } from '../platform/ask-platform.ts';

/**
 * Hands messages to the sandbox platform, which shows them on its inbox page and sends nothing to anybody. A provider's own
 * adapter takes its place in production.
 */
export function sandboxSms({ url }: { url: string }): SendSms {
  const inbox = new URL(`${url.replace(/\/$/, '')}/sandbox/v1/messages`);
  return async (phone, code) => {
    const text = `【亮证】验证码 ${code}，五分钟内有效。请勿告诉他人。`;
    await askPlatform(inbox, new URLSearchParams({ phone, text }));
  };
}
