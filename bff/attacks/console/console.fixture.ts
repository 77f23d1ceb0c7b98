import type { Static } from 'typebox';
import { Value } from 'typebox/value';
import { inviteOperatorCall } from '../../../shared/contract/operator/operators.ts';
import {
  beginEnrolmentCall,
  beginSignInCall,
  enrolCall,
  readSessionCall,
  signInCall,
} from '../../../shared/contract/operator/sign-in.ts';
import type { Call } from '../../../shared/contract/schema.ts';
import { inviteFirst } from '../../src/operator/invite-first.ts';
import { type Asked, optionOf, type SoftPasskey, softPasskey } from '../../src/operator/passkey.fixture.ts';
import { type Answer, send } from '../world/answers.fixture.ts';
import { publicUrl } from '../world/bff.fixture.ts';
import type { World } from '../world/world.fixture.ts';

/** The console as a browser knows it. */
export const here = { origin: publicUrl, rpId: 'id.example' };

type Headers = Record<string, string>;

/** A browser with a cookie of its own, on a page of the console unless told otherwise. */
export function openBrowser(world: Pick<World, 'url'>) {
  const browser = {
    cookie: '',
    async ask(call: Call, body?: unknown, headers: Headers = {}, path: string = call.path): Promise<Answer> {
      const answer = await send(world.url + path, {
        method: call.method,
        headers: {
          ...(call.method === 'GET' ? {} : { origin: publicUrl }),
          ...(browser.cookie === '' ? {} : { cookie: browser.cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const set = answer.headers['set-cookie'];
      if (set !== undefined) browser.cookie = set.slice(0, set.indexOf(';'));
      return answer;
    },
    /** The same, for what must go well. @throws Error where it does not */
    async get<C extends Call>(call: C, body?: unknown, headers: Headers = {}): Promise<Static<C['answer']>> {
      const answer = await browser.ask(call, body, headers);
      const schema: C['answer'] = call.answer;
      if (!Value.Check(schema, answer.body)) throw new Error(`${call.path}: ${answer.code}`);
      return answer.body;
    },
    session: () => browser.ask(readSessionCall),
  };
  return browser;
}

export type Browser = ReturnType<typeof openBrowser>;

export const secretOf = (link: string) => link.slice(link.indexOf('=') + 1);

/** Follows a link; `asked` is what an attack makes the passkey sign instead. */
export async function follow(
  browser: Browser,
  link: string,
  asked: Partial<Asked> = {},
): Promise<{ answer: Answer; passkey: SoftPasskey }> {
  const invite = secretOf(link);
  const { ceremony, options } = await browser.get(beginEnrolmentCall, { invite });
  const passkey = softPasskey();
  const challenge = optionOf(options, 'challenge');
  const created = passkey.create({ ...here, challenge, ...asked }, optionOf(options, 'user', 'id'));
  const body = { invite, ceremony, passkeyName: 'Laptop', passkey: created };
  return { answer: await browser.ask(enrolCall, body), passkey };
}

/** A link that whoever has the database made, while there is no operator. */
export async function firstLink(world: World): Promise<string> {
  return (await inviteFirst(world.ports, { name: 'First', publicUrl })).link;
}

/** The first operator, signed in. */
export async function firstOperator(world: World) {
  const browser = openBrowser(world);
  const { answer, passkey } = await follow(browser, await firstLink(world));
  if (answer.status !== 201) throw new Error(`${answer.code}`);
  return { browser, passkey };
}

/** Another operator, whom one invited. */
export async function anotherOperator(world: World, inviting: Browser, name = 'Second') {
  const { link } = await inviting.get(inviteOperatorCall, { name });
  const browser = openBrowser(world);
  const { answer, passkey } = await follow(browser, link);
  return { browser, passkey, link, operatorId: String(Reflect.get(Object(answer.body), 'operatorId')) };
}

/** What a sign-in is asked to sign, and how it ends. */
export async function beginSignIn(browser: Browser) {
  const { ceremony, options } = await browser.get(beginSignInCall);
  return { ceremony, challenge: optionOf(options, 'challenge') };
}

/** Signs in; `asked` is what an attack makes the passkey sign instead. */
export async function signIn(browser: Browser, passkey: SoftPasskey, asked: Partial<Asked> = {}) {
  const { ceremony, challenge } = await beginSignIn(browser);
  const body = { ceremony, assertion: passkey.sign({ ...here, challenge, ...asked }) };
  return { body, answer: await browser.ask(signInCall, body) };
}
