import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sandboxSms } from '../../../bff/src/adapters/sms/sandbox-sms.ts';
import { buildPlatform } from './build-platform.ts';

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
let app: ReturnType<typeof buildPlatform>;
let url: string;
beforeEach(async () => {
  app = buildPlatform({
    wechat: { appId: 'wx1', secret: 's3cret' },
    alipay: { appId: '2021', appPublicKey: keys.publicKey, platformPrivateKey: keys.privateKey },
    now: () => 1_000,
    random: (length) => new Uint8Array(randomBytes(length)),
  });
  url = await app.listen({ host: '127.0.0.1', port: 0 });
});
afterEach(() => app.close());

describe('the inbox', () => {
  it("shows what the BFF's adapter sent, to that number only and the newest first", async () => {
    const send = sandboxSms({ url });
    await send('13800000001', '123456');
    await send('13800000001', '654321');
    await send('13900000002', '000000');
    const { messages } = (await app.inject('/sandbox/v1/messages?phone=13800000001')).json();
    expect(messages.map(({ text }: { text: string }) => /[0-9]{6}/.exec(text)?.[0])).toEqual([
      '654321',
      '123456',
    ]);
    expect((await app.inject('/sandbox/v1/messages')).json().messages).toHaveLength(3);
    const page = await app.inject('/inbox');
    expect(page.headers['content-type']).toContain('text/html');
    expect(page.body).toContain('13900000002');
  });

  it('shows a message as text whatever it says', async () => {
    const form = new URLSearchParams({ phone: '13800000001', text: '<script>1</script>' });
    await fetch(`${url}/sandbox/v1/messages`, { method: 'POST', body: form });
    expect((await app.inject('/inbox')).body).not.toContain('<script>');
  });

  it('takes no message without a number of the mainland', async () => {
    const send = (phone: string) =>
      fetch(`${url}/sandbox/v1/messages`, {
        method: 'POST',
        body: new URLSearchParams({ phone, text: 'x' }),
      });
    expect((await send('12345')).status).toBe(400);
    expect((await send('12800000001')).status).toBe(400);
    expect((await send('19900000001')).status).toBe(200);
  });
});

describe("the BFF's adapter", () => {
  it('keeps number and code out of its problems', async () => {
    await app.close();
    const fault = await sandboxSms({ url })('13800000001', '123456').catch((error: unknown) => error);
    expect(fault).toMatchObject({ code: 'platform-unavailable' });
    expect(String(fault) + String(fault instanceof Error && fault.cause)).not.toMatch(/13800000001|123456/);
  });
});
