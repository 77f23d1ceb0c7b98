import { join } from 'node:path';
import { random, startAuthority } from '../../../scripts/authority/authority.fixture.ts';
import type { AuthorityOptions } from '../../../scripts/authority/build-authority.ts';
import { passingEngines, template } from '../../../scripts/authority/engines/passing-engines.fixture.ts';
import { recordBinding } from '../../../scripts/authority/family/record-binding.ts';
import type { Engines, Template } from '../../../scripts/authority/ports/engines.ts';
import { administratorToken, cardIssuer, yes } from '../../../scripts/authority/raise/raise.fixture.ts';
import { setLevel } from '../../../scripts/authority/register/credential-standing.ts';
import { registerCounter } from '../../../scripts/authority/registrar/register-counter.ts';
import { forgetOld } from '../../../scripts/authority/store/forget-old.ts';
import { databaseFileName } from '../../../scripts/authority/store/open-store.ts';
import type { SampleKind } from '../../../shared/challenge.ts';
import type { Registrant, Registration } from '../../../shared/contract/authority/registration.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { birthDateIn } from '../../../shared/resident-id.ts';
import { type Lies, tell } from './lies.fixture.ts';

/** Where the officers' page of the world is served from. */
const officerOrigin = 'https://id.example';

/** What was asked of an authority that answers nothing, and which of these calls have ended all the same. */
interface Silence {
  asked: string[];
  ended: string[];
  over: Promise<void>;
}

/** Opens the registrar's desk of the world. */
export const registrarToken = 'registrar-token-of-the-world';

/**
 * The real sandbox authority over HTTP, with stand-ins for its engines. `lies` is what somebody between it and the BFF, or
 * its own dishonesty, makes of its answers.
 */
export async function openAuthority(now: () => number, changes: Partial<AuthorityOptions> = {}) {
  const standIns = passingEngines();
  let held: Promise<void> | undefined;
  let there: Template | undefined;
  const isLike = (references: readonly Template[]) =>
    there === undefined || references.some(({ bytes }) => Buffer.compare(bytes, there?.bytes ?? bytes) === 0);
  /** A decision that is held waits in the engine that it asks first. */
  const untilLetGo = async () => {
    const waiting = held;
    held = undefined;
    await waiting;
  };
  const engines: Engines = {
    ...standIns,
    face: {
      ...standIns.face,
      async decide(sample) {
        await untilLetGo();
        const judged = await standIns.face.decide(sample);
        return isLike(sample.references) ? judged : { ...judged, findings: ['other-face'] };
      },
    },
    voice: {
      ...standIns.voice,
      async decide(sample) {
        await untilLetGo();
        return standIns.voice.decide(sample);
      },
    },
  };
  const officers = { administratorToken, officerOrigin, cardIssuer };
  const authority = startAuthority({ now, engines, registrarToken, ...officers, ...changes });
  const lies: Lies = {};
  authority.app().addHook('onSend', async (request, _reply, payload) => {
    return request.url.startsWith('/v1/') && typeof payload === 'string' ? tell(lies, payload) : payload;
  });
  let silence: Silence | undefined;
  authority.app().addHook('onRequest', async (request, reply) => {
    if (silence === undefined || !request.url.startsWith('/v1/')) return;
    const { asked, ended, over } = silence;
    asked.push(request.url);
    reply.raw.once('close', () => ended.push(request.url));
    await over;
  });
  const url = await authority.app().listen({ host: '127.0.0.1', port: 0 });
  const { keys, store } = authority.ports();
  return {
    url,
    lies,
    keys,
    root: keys.root(),
    apiKey: authority.options.apiKey,
    /** The registrar at the desk. */
    register: (registrant: Registrant): Registration =>
      registerCounter({ keys, counters: store.counters, names: store.names, now: now() }, registrant),
    /** What its register says of a counter by now, whoever saw to that. */
    rewrite: (registrant: Registrant): void => store.counters.put(registrant),
    bffId: authority.options.bffId,
    /** The administrator at the desk. @throws Error with the code of the refusal */
    async administer(path: string, payload: object = {}) {
      const headers = { authorization: `Bearer ${administratorToken}` };
      const url = `/administrator/v1/${path}`;
      const answer = await authority.call({ method: 'POST', url, payload, headers });
      if (answer.statusCode >= 400) throw new Error(answer.json().code);
      return answer.json();
    },
    /** A call of the BFF's own key, for who has it. */
    async post(url: string, payload: object): Promise<{ status: number; code?: string }> {
      const answer = await authority.call({ method: 'POST', url, payload });
      return { status: answer.statusCode, code: answer.json().code };
    },
    /** Puts another envelope's digest in the place of an accepted sample's. */
    swapSample(challengeId: string, kind: SampleKind): void {
      const samples = store.samples.of(challengeId);
      store.samples.forget(challengeId);
      for (const sample of samples)
        store.samples.add(challengeId, sample.kind === kind ? { ...sample, digest: 'x'.repeat(43) } : sample);
    },
    /** So many cases of an officer's, of people who are not looked at. */
    raisedToday({ officerId, shiftId }: { officerId: string; shiftId(): string }, count: number): void {
      const decision = { outcome: 'pass', cardGenuine: true, faceUnnatural: false } as const;
      const word = {
        officerId: asId('off', officerId),
        shiftId: asId('shf', shiftId()),
        passkeyId: 'p',
        at: now(),
        decision,
      };
      for (let n = 0; n < count; n++)
        store.cases.add({
          ...{ id: newId('cas', random), sessionId: newId('ses', random), credential: newId('crd', random) },
          ...{
            person: 'p',
            pointId: asId('acp', 'acp_north'),
            words: [word],
            cardRead: 'chip',
            evidence: [],
          },
          ...{ at: now(), state: 'raised', waitsFor: undefined },
        });
    },
    /** Somebody whom the register knows. */
    addPerson({ idNumber, name }: { idNumber: string; name: string }): void {
      const template = { engine: 'none', version: '1', bytes: new Uint8Array() };
      const { register } = authority.ports();
      store.people.put(register.newPerson(idNumber, name, new Uint8Array([1]), template));
    },
    /** The same, with a photo that the stand-in engines can read. */
    addReadable({ idNumber, name }: { idNumber: string; name: string }): void {
      const { register } = authority.ports();
      store.people.put(register.newPerson(idNumber, name, new Uint8Array([2]), template(7)));
    },
    /** Registers a guardian without a desk; it ends in a day, so that it can be renewed. */
    bind(guardian: { idNumber: string; name: string }, ward: { idNumber: string; name: string }) {
      const { register } = authority.ports();
      const of = ({ idNumber, name }: typeof ward) => register.look(idNumber, name).person;
      const bound = {
        ...{ ward: of(ward), born: birthDateIn(ward.idNumber) ?? '', relation: 'child' as const },
        ...{
          form: 'under-14' as const,
          scenes: ['hotel'] as const,
          document: 'birth' as const,
          cardEnds: undefined,
          face: undefined,
          consent: undefined,
        },
        words: [
          {
            ...{ officerId: newId('off', random), shiftId: newId('shf', random), passkeyId: '' },
            ...{ at: now(), decision: yes },
          },
        ] as const,
      };
      const point = { pointId: asId('acp', 'acp_north') };
      const made = recordBinding(authority.ports(), { guardian: of(guardian), bound, point });
      const endsAt = now() + 24 * 60 * 60 * 1000;
      store.delegations.renew(made.terms.delegationId, { form: bound.form, endsAt });
      return { ...made, terms: { ...made.terms, endsAt } };
    },
    /** From now on only one face is before all cameras: the one on the photo of this citizen. */
    whoStandsThere({ idNumber, name }: { idNumber: string; name: string }): void {
      const { person } = authority.ports().register.look(idNumber, name);
      there = store.people.find(person)?.photo;
    },
    /** The next PIN that is typed is taken back while it is compared: the raise that set it came under review. */
    takeBackTypedPin(): void {
      const { pins } = store;
      const { takeTry } = pins;
      pins.takeTry = (person) => {
        pins.takeTry = takeTry;
        const kept = takeTry(person);
        if (kept !== undefined) pins.remove(person, kept.salt);
        return kept;
      };
    },
    levelOf: (handle: string) => store.credentials.find(handle)?.level,
    /** All that live are basic from now on. */
    lowerAll(): void {
      for (const { handle } of store.credentials.changedAfter(0, limits.credentialsPerPage))
        setLevel(authority.ports(), handle, 'basic');
    },
    /** Answers none of the BFF's calls from now on, until `speak`. */
    fallSilent(): Silence & { speak(): void } {
      const { promise, resolve } = Promise.withResolvers<void>();
      const mine: Silence = { asked: [], ended: [], over: promise };
      silence = mine;
      return {
        ...mine,
        speak() {
          silence = undefined;
          resolve();
        },
      };
    },
    /** Makes the next decision, and that one only, wait until the answer is called. */
    holdNextDecision(): () => void {
      const { promise, resolve } = Promise.withResolvers<void>();
      held = promise;
      return resolve;
    },
    /** Plays a scenario of the scripted mode. @throws Error where there is none of that form */
    async script(scenario: object): Promise<void> {
      const answer = await authority.script(scenario);
      if (answer.statusCode >= 400) throw new Error(`script: ${answer.body}`);
    },
    /** Where its database lies, and what it does by the clock. */
    file: join(authority.options.dataFolder, databaseFileName),
    forget: (): void => forgetOld(store, now()),
    /** A credential as it is written down there. */
    credential: (handle: string) => store.credentials.find(handle),
    /** An officer has seen the card: the level of the credential there. */
    raise: (handle: string): void => {
      const credential = store.credentials.find(handle);
      if (credential !== undefined) store.credentials.put({ ...credential, level: 'strict' });
    },
    liveHandles: () =>
      authority
        .ports()
        .store.credentials.changedAfter(0, limits.credentialsPerPage)
        .filter(({ state }) => state === 'active')
        .map(({ handle }) => handle),
    stop: () => authority.stop(),
  };
}

export type OpenAuthority = Awaited<ReturnType<typeof openAuthority>>;
