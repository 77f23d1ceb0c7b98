import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { SampleKind } from '../../../shared/challenge.ts';
import type { ChallengeClaims } from '../../../shared/contract/authority/03-challenge.ts';
import type { ReadVerdict, VerdictClaims } from '../../../shared/contract/authority/07-verdict.ts';
import type { ReportClaims } from '../../../shared/contract/authority/receipts.ts';
import { asId, newId } from '../../../shared/ids.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Scene } from '../../../shared/scenes.ts';
import { databaseReplayGuard } from '../adapters/database/replay-guard.ts';
import { sessionChangesInMemory } from '../adapters/memory/session-changes.ts';
import { usageInMemory } from '../adapters/memory/usage-in-memory.ts';
import { drawCode } from '../adapters/picture/draw-code.ts';
import { openSqlite } from '../adapters/sqlite/open-sqlite.ts';
import { apply } from '../apply/ceremony.ts';
import { assist } from '../assist/ceremony.ts';
import { storeCredential } from '../credential/credential.ts';
import { family, revoke, ward } from '../family/ceremony.ts';
import { move } from '../move/ceremony.ts';
import { peer } from '../peer/ceremony.ts';
import { protect } from '../protect/ceremony.ts';
import { raise } from '../raise/ceremony.ts';
import { verify } from '../verify/ceremony.ts';
import type { AuditEvent } from './audit.ts';
import type { ChallengeOrder } from './authority.ts';
import type { Delegations } from './delegations.ts';
import type { Officers } from './officers.ts';
import type { Measures, Ports } from './ports.ts';
import type { Counter, Registered, RelyingParty } from './registry.ts';
import type { Tallied } from './tally.ts';

export const hotel = { rpId: asId('rp', 'rp_hotel'), counterId: asId('cnt', 'cnt_hotel-1') };
export const office = { rpId: asId('rp', 'rp_office'), counterId: asId('cnt', 'cnt_office-1') };

const key = { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43), kid: 'k' } as const;
const relyingParties: RelyingParty[] = [
  { id: hotel.rpId, scenes: ['hotel'] },
  { id: office.rpId, scenes: ['gov-window'] },
];
const counters: Counter[] = [
  {
    id: hotel.counterId,
    rpId: hotel.rpId,
    keys: [key],
    registered: registeredAs('Hotel', 'Desk 1', 'hotel'),
  },
  {
    id: office.counterId,
    rpId: office.rpId,
    keys: [key],
    registered: registeredAs('Office', 'Window 1', 'gov-window'),
  },
];

/** As if the registrar had said it: the steps hand on what was checked when the registry was read. */
export function registeredAs(rpName: string, counterName: string, scene: Scene): Registered {
  const signed = { registrar: 'a.b.c', statement: 'd.e.f' };
  return { ...{ rpName, counterName, place: 'Town' }, scenes: [scene], signed, expiresAt: 4_000_000_000_000 };
}

/**
 * The ports over a real database in memory, with a clock that tests move and an authority that answers what tests told it:
 * `verdict` is handed out for every challenge that has all its samples.
 */
export async function testPorts({ file = ':memory:' } = {}) {
  const clock = { now: 1_800_000_000_000 };
  const events: AuditEvent[] = [];
  const tallied: Tallied[] = [];
  const messages: { phone: string; code: string }[] = [];
  const asked: ChallengeOrder[] = [];
  const challenges = new Map<string, Pick<VerdictClaims, 'sessionId' | 'nonce'>>();
  const told: { verdict: Partial<ReadVerdict> | undefined; samples: SampleKind[] } = {
    verdict: undefined,
    samples: ['face', 'voice'],
  };
  /** What each report form says. */
  const reports = new Map<string, ReportClaims>();
  const random = (length: number) => new Uint8Array(randomBytes(length));
  const db = await openSqlite(file, {
    migrations: fileURLToPath(new URL('../../migrations', import.meta.url)),
  });

  /** By session and attempt: the same one gets the same challenge. */
  const issued = new Map<string, Pick<ChallengeClaims, 'exp' | 'challengeId' | 'nonce' | 'samples'>>();
  const ended = new Map<string, ReadVerdict | undefined>();
  const verdictOf = (challengeId: string): ReadVerdict | undefined => {
    const challenge = challenges.get(challengeId);
    if (ended.has(challengeId)) return ended.get(challengeId);
    if (told.verdict === undefined || challenge === undefined) return undefined;
    return {
      ...{ iss: 'test', aud: 'bff', iat: 0, sandbox: true, challengeId, ...challenge },
      ...{ outcome: 'pass', level: 'basic', hints: [], ...told.verdict },
    };
  };

  const usage = usageInMemory();
  const settings = {
    sandbox: true,
    publicUrl: 'https://bff.example',
    officerOrigin: 'https://bff.example',
    sandboxRoot: { kty: 'EC', crv: 'P-256', x: 'x'.repeat(43), y: 'y'.repeat(43) } as const,
    holderPepper: random(32),
    relaysInFlight: 4,
    about: {
      ...{ operator: { zh: '运营方', en: 'Operator' }, authority: { zh: '认证方', en: 'Authority' } },
      ...{ hotline: '12345', privacyUrl: 'https://bff.example/privacy' },
    },
    webhookHaste: 1,
  };
  const measures: Measures = {
    sessionEnded() {},
    relayed() {},
    relaysInFlight() {},
    verdictPushed() {},
    credentialsDiffered() {},
    tallied() {},
    webhookDelivered() {},
    webhooksWait() {},
    requestDone() {},
    tokenRefused() {},
    eventStreams() {},
    jobRan() {},
    quotaRefused() {},
    authorityAsked() {},
    summary: async () => ({
      ...{ since: clock.now, surfaces: [], tokenFailures: [], quotaRefusals: [], outbox: [], jobs: [] },
      ...{ eventStreams: 0, webhooks: { waiting: 0, oldestSeconds: 0 } },
    }),
  };
  const ports: Ports = {
    now: () => clock.now,
    random,
    db,
    replay: databaseReplayGuard({ db, usage, settings, measures, now: () => clock.now }),
    usage,
    sessionChanges: sessionChangesInMemory(),
    audit: async (event) => void events.push(event),
    async audited(event, statements, options) {
      const written = await db.write([...statements], options);
      if (written.done) events.push(event);
      return written;
    },
    tally: (what) => void tallied.push(what),
    ceremonies: { verify, apply, move, protect, peer, raise, assist, family, revoke, ward },
    registry: {
      rp: async (id) => relyingParties.find((rp) => rp.id === id),
      isActive: async (id) => relyingParties.some((rp) => rp.id === id),
      /** The hotel has as many desks as a test wants. */
      counter: async (id) => {
        const desk = counters.find((counter) => counter.id === id.replace(/^cnt_hotel-.*$/, hotel.counterId));
        return desk && { ...desk, id: asId('cnt', id) };
      },
      isOrigin: async () => false,
    },
    registrar: {
      async registerName() {},
      register: async () => ({ registrar: 'a.b.c', statement: 'd.e.f' }),
      read: () => registeredAs('Hotel', 'Desk 1', 'hotel'),
    },
    officers: noOfficers,
    delegations: noDelegations,
    authority: {
      async demandUp() {},
      readKeyList: async () => 'a.b.c',
      knownKeyList: async () => 'a.b.c',
      registrarStands: async () => true,
      async issueChallenge(body) {
        asked.push(body);
        const attempt = `${body.sessionId} ${body.attempt}`;
        const claims = issued.get(attempt) ?? {
          exp: Math.floor((clock.now + limits.challengeLifetime) / 1000),
          challengeId: newId('chl', random),
          nonce: Buffer.from(random(32)).toString('base64url'),
          samples: told.samples,
        };
        issued.set(attempt, claims);
        challenges.set(claims.challengeId, { sessionId: body.sessionId, nonce: claims.nonce });
        return { challenge: 'a.b.c', keyList: 'd.e.f', claims };
      },
      async relaySample(_challengeId, _kind, { body }) {
        body.resume();
        return { awaited: [] };
      },
      beginFace: async () => ({ awaited: [] }),
      endFace: async () => ({ awaited: [] }),
      async readVerdict(challengeId) {
        const verdict = verdictOf(challengeId);
        if (verdict === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
        return verdict;
      },
      async endChallenge(challengeId) {
        if (!ended.has(challengeId)) ended.set(challengeId, verdictOf(challengeId));
        return ended.get(challengeId);
      },
      async readReport(form) {
        const claims = reports.get(form);
        if (claims === undefined) throw new Problem('report-refused');
        return claims;
      },
      privateAsker: async () => ({ registrar: 'a.b.c', statement: 'd.e.f' }),
      voidCredential: async () => undefined,
      moveCredential: async () => undefined,
      exportHeld: async () => 'A'.repeat(limits.exportSealed),
      listCredentials: async (after = '0') => ({ credentials: [], cursor: after, more: false }),
      liveAmong: async (handles) => new Set<string>(handles),
      strictAmong: async (handles) => new Set<string>(handles),
    },
    platforms: { wechat: async (code) => ({ subject: code }), alipay: async (code) => ({ subject: code }) },
    faceVerifiers: {},
    reminders: {},
    sms: { demandUp() {}, send: async (phone, code) => void messages.push({ phone, code }) },
    signResult: async (check) => ({ token: `result.${check.outcome}.token`, kid: 'result-1' }),
    signErasure: ({ jti }) => `erasure.${jti}.token`,
    measures,
    webhooks: { judge: async (url) => url, send: async () => ({ status: 204 }) },
    drawCode,
    warn() {},
    settings,
  };

  /** A phone with a live basic credential. */
  const phone = async () => {
    const holderId = asId('hol', `hol_${Buffer.from(random(16)).toString('base64url')}`);
    const caller = { holderId, deviceThumbprint: Buffer.from(random(32)).toString('base64url') };
    await db.write([
      {
        sql: 'insert into holders (id, device, since) values (:holderId, :device, :since)',
        params: { holderId, device: caller.deviceThumbprint, since: clock.now },
      },
      storeCredential(holderId, { handle: newId('crd', random), level: 'basic' }, clock.now),
    ]);
    return caller;
  };
  let calls = 0;
  const idempotencyKey = (bodyHash = 'body') => ({
    key: `key-${String(++calls).padStart(12, '0')}`,
    bodyHash,
  });

  return { ports, clock, events, tallied, messages, asked, told, reports, phone, idempotencyKey };
}

const nobody = async () => {
  throw new Problem('passkey-refused');
};

/** An authority at which nobody answers for anybody. */
const noDelegations: Delegations = {
  standing: async () => [],
  renew: nobody,
  end: async () => undefined,
};

/** An authority without officers. */
const noOfficers: Officers = {
  ...{ beginEnrolment: nobody, enrol: nobody, beginShift: nobody, openShift: nobody, readToken: nobody },
  ...{
    readShift: nobody,
    noteUse: nobody,
    endShift: nobody,
    partyChallenge: nobody,
    beginDecision: nobody,
    decide: nobody,
  },
  ...{
    listReviews: nobody,
    findReview: nobody,
    beginReview: nobody,
    review: nobody,
    listPoints: async () => [],
  },
};
