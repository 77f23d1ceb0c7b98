import { generateKeyPairSync } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AuthorityOptions } from '../../../scripts/authority/build-authority.ts';
import { wechatFace } from '../../../scripts/authority/platform-face/wechat-face.ts';
import { buildPlatform } from '../../../scripts/stand-ins/platforms/build-platform.ts';
import type { Act } from '../../../scripts/stand-ins/platforms/face-acts.ts';
import { citizen, random } from './parties.fixture.ts';

/** What WeChat answers to queryverifyinfo in place of the truth, and after how many milliseconds. */
interface FaceLies {
  answer?: string;
  after?: number;
}

/** The real sandbox platform over HTTP. `asked` are the paths that were called, `lies` what it says of faces instead. */
export async function startFacePlatform(now: () => number) {
  const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const app = buildPlatform({
    wechat: { appId: 'wx', secret: 'secret' },
    alipay: { appId: '1', appPublicKey: publicKey, platformPrivateKey: privateKey },
    now,
    random,
  });
  const asked: string[] = [];
  const lies: FaceLies = {};
  app.addHook('onSend', async (request, _reply, payload) => {
    const path = request.url.replace(/\?.*$/, '');
    asked.push(path);
    if (!path.endsWith('/queryverifyinfo')) return payload;
    if (lies.after !== undefined) await pause(lies.after);
    return lies.answer ?? payload;
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  const post = async (path: string, payload: object) =>
    (await app.inject({ method: 'POST', url: path, payload })).json();
  return {
    url,
    asked,
    lies,
    /** What `wx.login` gives to the account. */
    mint: async (account: string): Promise<string> =>
      (await post('/sandbox/v1/codes', { platform: 'wechat', account })).code,
    /** What somebody does before WeChat's camera; whether WeChat let it count. */
    act: async (played: { verifyId: string; account: string; act: Act }): Promise<boolean> =>
      (await post('/sandbox/v1/face-acts', played)).played,
    /** What the secure part of a phone signs after its owner's finger. */
    soter: (
      cpuId: string,
      account: string,
      challenge: string,
    ): Promise<{ json: string; signature: string }> =>
      post('/sandbox/v1/soter', { cpuId, account, challenge }),
    /** The person taps *allow* as WeChat asks for these templates. */
    allow: async (account: string, templates: readonly string[]): Promise<void> => {
      await post('/sandbox/v1/subscriptions', { platform: 'wechat', account, templates });
    },
    /** Messages that WeChat took, the newest first. */
    messages: async (): Promise<unknown[]> =>
      (await app.inject('/sandbox/v1/platform-messages')).json().messages,
    stop: () => app.close(),
  };
}

export type FacePlatform = Awaited<ReturnType<typeof startFacePlatform>>;

/** An authority that has this face verifier, and knows the made-up citizens by name. */
export function verifierAt(url: string, folder: string): Partial<AuthorityOptions> {
  const people = join(folder, 'people');
  for (let number = 1; number <= 40; number++) {
    const { name, idNumber } = citizen(number);
    const home = join(people, `c${number}`);
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'photo.jpg'), `photo ${number}`);
    const person = { id: `c${number}`, name, idNumber, face: { idPhoto: 'photo.jpg' } };
    writeFileSync(join(home, 'person.json'), JSON.stringify(person));
  }
  return { faceVerifiers: { wechat: wechatFace({ url }) }, peopleFolders: [people] };
}
