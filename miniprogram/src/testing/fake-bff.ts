import { sha256 } from '@noble/hashes/sha2.js';
import { encodeBase64url } from '../../../shared/bytes/base64url.ts';
import type { Random } from '../../../shared/bytes/random.ts';
import { decodeUtf8, encodeUtf8 } from '../../../shared/bytes/utf8.ts';
import type { Ceremony } from '../../../shared/ceremonies.ts';
import {
  type FaceTaker,
  type RetryHint,
  type SampleKind,
  type SealedKind,
  sealedKinds,
} from '../../../shared/challenge.ts';
import type { Registrant } from '../../../shared/contract/authority/registration.ts';
import type { HolderView, WhoAsks } from '../../../shared/contract/holder-view.ts';
import type { Arrival } from '../../../shared/contract/verify/02-arrive.ts';
import { type HolderErrorCode, holderErrors } from '../../../shared/holder-errors.ts';
import { newId } from '../../../shared/ids.ts';
import type { PublicJwk } from '../../../shared/jws/public-jwk.ts';
import { readByDevice } from '../../../shared/jws/read-by-device.ts';
import { type Guard, oneOf, record, text } from '../holder/guards.ts';
import type { HttpAnswer, HttpRequest } from '../platform/platform.ts';
import { type Change, type FakeAuthority, fakeAuthority } from './fake-authority.ts';

/** What a phone says of a sample, by no schema: phones load this too. */
const isSaid: Guard<{ device: PublicJwk; challenge: string; kind: string; digest: string }> = record({
  device: record({ kty: oneOf(['EC']), crv: oneOf(['P-256']), x: text(), y: text() }),
  ...{ challenge: text(), kind: text(), digest: text() },
});

export interface FakeBff {
  ceremony: Ceremony;
  authority: FakeAuthority;
  view: HolderView;
  deviceThumbprint: string;
  /** What each attempt ends in; the last word repeats. */
  outcomes: ('pass' | 'fail' | RetryHint)[];
  /** What a dishonest BFF or authority puts in. */
  change: Change;
  /** Requests as they came: `PUT face`, `GET session`, ... */
  log: string[];
  /** Opened samples of all attempts. */
  samples: { kind: SealedKind; bytes: Uint8Array; envelope: Uint8Array }[];
  /** What the clerk has to hear before anything is decided: stands once the last sample has come. */
  word?: string;
  /** The ticket that a phone arrived with, and what it may still claim by it. */
  ticket?: string;
  /** Who takes the face, and how many of the next pages are left before the face has come. */
  faceBy: FaceTaker;
  pagesLeft: number;
  /** Stands in front of the answer: an answer of its own, or an error for a broken line; `serve` asks what is behind. */
  before?: (what: string, serve: () => HttpAnswer) => HttpAnswer | undefined;
  request(request: HttpRequest): Promise<HttpAnswer>;
}

/** The counter of every check, as it is registered. */
export const registrant: Registrant = {
  ...{ rpId: 'rp_hotel', rpName: 'Hotel', counterId: 'cnt_desk-1', counterName: 'Desk 1', place: 'Town' },
  scenes: ['hotel'],
  counterKey: 'k'.repeat(43),
};

/** The holder surface of a BFF in a few lines: one session, one phone, no database. */
export function fakeBff(random: Random, now: () => number, ceremony: Ceremony = 'verify'): FakeBff {
  const authority = fakeAuthority(random, now);
  const { rpId, counterId } = registrant;
  const asks: WhoAsks = {
    ...{ rpId, counterId, scene: 'hotel', level: 'basic', purpose: 'check-in' },
    registration: authority.register(registrant),
  };
  const bff: FakeBff = {
    ceremony,
    authority,
    view: {
      id: newId('ses', random),
      ceremony,
      state: 'claimed',
      version: 2,
      serverTime: now(),
      ...(ceremony === 'verify' ? { asks, keyList: authority.keyList() } : {}),
    },
    deviceThumbprint: '',
    outcomes: ['pass'],
    change: {},
    log: [],
    samples: [],
    faceBy: 'phone',
    pagesLeft: 0,
    async request(request) {
      const what = nameOf(request);
      bff.log.push(what);
      const serve = () => answerTo(bff, request, what);
      return bff.before?.(what, serve) ?? serve();
    },
  };
  return bff;
}

export function problemAnswer(
  code: HolderErrorCode,
  headers: Record<string, string> = {},
  serverTime?: number,
): HttpAnswer {
  const { status } = holderErrors[code];
  const told = serverTime === undefined ? {} : { serverTime };
  return { ...json(status, { code, status, traceId: 'trace-1', ...told }), headers };
}

export function json(status: number, value: unknown): HttpAnswer {
  return { status, headers: {}, body: encodeUtf8(JSON.stringify(value)) };
}

function nameOf({ method, url }: HttpRequest): string {
  const path = url.replace(/^https:\/\/[^/]+\/holder\/v1\//, '').replace(/\?.*$/, '');
  const [noun = '', id, verb, kind] = path.split('/');
  return `${method} ${kind ?? verb ?? (id === 'claim' ? 'claim' : noun)}`;
}

function answerTo(bff: FakeBff, request: HttpRequest, what: string): HttpAnswer {
  switch (what) {
    case 'POST login':
      return json(200, {
        accessToken: 'token-1',
        tokenType: 'DPoP',
        expiresAt: bff.view.serverTime + 600_000,
        serverTime: bff.view.serverTime,
        tookOver: false,
        ...(bff.faceBy === 'phone' ? {} : { faceBy: bff.faceBy }),
      });
    case 'POST arrivals':
      return json(201, arrive(bff));
    case 'GET waiting-counter':
      return json(200, bff.ticket === undefined ? { check: bff.view } : { arrival: arrive(bff) });
    case 'POST claim':
      delete bff.ticket;
      return json(200, settle(bff));
    case 'GET sessions':
      return json(200, settle(bff));
    case 'POST pause':
      return json(200, bff.view);
    case 'POST extend':
      return json(200, extend(bff));
    case 'POST applications':
      return json(201, bff.view);
    case 'POST decline':
      return json(200, advance(bff, { state: 'declined' }));
    case 'POST challenge':
      return json(201, challenge(bff, parse(request)));
    case 'GET key-list':
      return json(200, { keyList: bff.authority.keyList(bff.change) });
    case 'POST platform-face':
      return json(201, { begun: bff.authority.begin(`verify-${bff.log.length}`), session: bff.view });
    case 'POST end':
      return json(200, endFace(bff));
    case 'GET credential':
      return json(200, { state: 'active', level: 'basic', handle: 'crd_AAAAAAAAAAAAAAAAAAAAAA' });
    default:
      return relay(bff, request, what);
  }
}

function challenge(bff: FakeBff, body: { consent?: { voice: boolean }; idPhoto?: boolean }) {
  const { ceremony, deviceThumbprint, faceBy } = bff;
  const { id, asks: place } = bff.view;
  const issued = bff.authority.issue(
    {
      ceremony,
      sessionId: id,
      attempt: 1,
      rpId: place?.rpId ?? '',
      counterId: place?.counterId ?? '',
      scene: place?.scene ?? '',
      level: 'basic',
      purpose: place?.purpose ?? '',
      deviceThumbprint,
      consent: { face: true, voice: body.consent?.voice ?? true },
      idPhoto: body.idPhoto ?? false,
      faceBy,
    },
    bff.change,
  );
  const session = advance(bff, { state: 'challenged', awaited: bff.authority.last().samples });
  return { ...issued, session };
}

function relay(bff: FakeBff, { body, headers }: HttpRequest, what: string): HttpAnswer {
  const kind = sealedKinds.find((sealed) => what === `PUT ${sealed}`);
  if (body === undefined || kind === undefined || !bff.view.awaited?.includes(kind))
    return problemAnswer('sample-not-awaited');
  const { challengeId } = bff.authority.last();
  const { deviceThumbprint } = bff;
  const said = readByDevice(headers['sample-word'] ?? '', {
    type: 'lz-sample+jwt',
    deviceThumbprint,
    isSaid,
  });
  const digest = encodeBase64url(sha256(body));
  if (said?.challenge !== challengeId || said.kind !== kind || said.digest !== digest)
    return problemAnswer('sample-refused');
  bff.samples.push({
    kind,
    bytes: bff.authority.open(bff.authority.last(), kind, body),
    envelope: body.slice(),
  });
  return json(202, come(bff, kind));
}

function come(bff: FakeBff, kind: SampleKind): HolderView {
  const awaited = (bff.view.awaited ?? []).filter((other) => other !== kind);
  if (awaited.length > 0) return advance(bff, { awaited, state: 'challenged' });
  return advance(bff, { awaited, state: 'deciding', ...(bff.word === undefined ? {} : { word: bff.word }) });
}

function endFace(bff: FakeBff): HolderView {
  if (bff.pagesLeft === 0) return come(bff, 'platform-face');
  bff.pagesLeft--;
  return bff.view;
}

function arrive(bff: FakeBff): Arrival {
  const { asks, serverTime } = bff.view;
  if (asks === undefined) throw new Error('nobody asks for an application');
  bff.ticket ??= 'T'.repeat(22);
  const keyList = bff.view.keyList ?? bff.authority.keyList();
  return { ticket: bff.ticket, asks, keyList, serverTime, deadline: serverTime + 180_000 };
}

function extend(bff: FakeBff): HolderView {
  const { mayExtend: _, deadline = bff.view.serverTime, ...view } = bff.view;
  bff.view = view;
  return advance(bff, { deadline: deadline + 120_000 });
}

/** The clerk types the counter word. */
export function typeWord(bff: FakeBff): void {
  const { word: _, ...view } = bff.view;
  delete bff.word;
  bff.view = { ...view, version: view.version + 1 };
}

/** The verdict comes as soon as somebody looks, and where a word is to be said, once it was typed. */
function settle(bff: FakeBff): HolderView {
  if (bff.view.state !== 'deciding' || bff.word !== undefined) return bff.view;
  const outcome = (bff.outcomes.length > 1 ? bff.outcomes.shift() : bff.outcomes[0]) ?? 'pass';
  if (outcome === 'pass') return advance(bff, { state: 'passed' });
  if (outcome === 'fail') return advance(bff, { state: 'failed', hints: ['face-not-matched'] });
  return advance(bff, { state: 'claimed', hints: [outcome] });
}

function advance(bff: FakeBff, change: Partial<HolderView>): HolderView {
  bff.view = { ...bff.view, ...change, version: bff.view.version + 1 };
  return bff.view;
}

function parse({ body }: HttpRequest) {
  return JSON.parse(decodeUtf8(body ?? new Uint8Array()));
}
