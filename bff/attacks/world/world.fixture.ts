import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach } from 'vitest';
import { misshapen } from './answers.fixture.ts';
import { openAuthority } from './authority.fixture.ts';
import { type BffOptions, openBff } from './bff.fixture.ts';
import { standingClock } from './clock.fixture.ts';
import { openCounter } from './counter.fixture.ts';
import { startFacePlatform, verifierAt } from './face-platform.fixture.ts';
import { startLoginPlatform } from './login-platform.fixture.ts';
import { citizen, makePair, random, registerParties } from './parties.fixture.ts';
import { applyAs, type Phone, pickUpPhone } from './phone.fixture.ts';

export interface WorldOptions extends Pick<BffOptions, 'timeouts' | 'relaysInFlight' | 'resolve'> {
  /** The test makes the authority lie, or uses up all places: then, and only then, a 503 is the right answer. */
  mayBeUnavailable?: true;
  /** A login platform of the test's own. */
  platformUrl?: string;
  /** WeChat takes the faces, at the real sandbox platform. */
  byPlatform?: true;
  /** WeChat takes reminders, at the real sandbox platform. */
  templates?: BffOptions['templates'];
}

/**
 * Everything at once on loopback: the real BFF, the real sandbox authority, a login platform, counters and phones. Lies of WeChat and the
 * authority last for one test; all else ends with the test file, and the file fails where any request at all ended as a fault of the BFF, or was refused in another form than
 * problem details with a code of the closed list.
 */
export async function startWorld(options: WorldOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'lz-attacks-'));
  const clock = standingClock();
  const now = () => clock.at;
  const wechat = options.byPlatform || options.templates ? await startFacePlatform(now) : undefined;
  const platform = wechat ?? (await startLoginPlatform());
  const authority = await openAuthority(now, options.byPlatform && wechat && verifierAt(wechat.url, folder));
  const parties = registerParties(folder, authority.register);
  const secrets = {
    resultKey: makePair('result-1'),
    accessTokenSecret: random(32),
    holderPepper: random(32),
  };
  const resultKeys = [{ ...secrets.resultKey.secret, signsFrom: 0, urgent: false }];
  const openProcess = () =>
    openBff({
      resultKeys,
      ...{
        folder,
        now,
        authority,
        platformUrl: options.platformUrl ?? platform.url,
        registryFile: parties.file,
      },
      ...secrets,
      ...options,
    });
  const bff = await openProcess();
  const others: Awaited<ReturnType<typeof openBff>>[] = [];

  let stopped: Promise<void> | undefined;
  const stop = () => {
    stopped ??= bff.stop();
    return stopped;
  };

  afterEach(() => {
    for (const name of ['verdict', 'challenge', 'keyList'] as const) delete authority.lies[name];
    for (const name of ['answer', 'after'] as const) delete wechat?.lies[name];
  });
  afterAll(async () => {
    await stop();
    for (const other of others) await other.stop();
    await Promise.all([authority.stop(), platform.stop()]);
    rmSync(folder, { recursive: true });
    const lines = [bff, ...others].flatMap((each) => each.lines);
    const faults = lines.filter((line) => isFault(line, options.mayBeUnavailable === true));
    if (faults.length > 0) throw new Error(`faults of the BFF:\n${faults.join('')}`);
    const wrong = misshapen.splice(0);
    if (wrong.length > 0) throw new Error(`refused in another form than agreed:\n${wrong.join('\n')}`);
  });

  const party = (id: string) => {
    const found = parties.counters.find((each) => each.id === id);
    if (found === undefined) throw new RangeError(`no counter ${id}`);
    return found;
  };
  const counter = (id: string) => openCounter(party(id), bff.url, clock);
  let phones = 0;

  return {
    ...secrets,
    url: bff.url,
    lines: bff.lines,
    ports: bff.ports,
    /** Where the database of the BFF lies. */
    file: bff.file,
    takeResultKeys: bff.takeResultKeys,
    shopKey: parties.shopKey,
    /** A counter as it is registered. */
    party,
    /** Ends the first process before the test file does. */
    stop,
    /** Starts one more process on the same database, with the same secrets; answers where it listens. */
    async another(): Promise<string> {
      const other = await openProcess();
      others.push(other);
      return other.url;
    },
    clock,
    authority,
    /** Waits until a session is being decided. */
    async untilDeciding(): Promise<void> {
      const deciding = () => bff.ports.db.read(`select id from sessions where state = 'deciding'`, {});
      while ((await deciding()).length === 0) await new Promise((later) => setTimeout(later, 10));
    },
    /** The kinds of what the authority has still to hear of. */
    outbox: async () => (await bff.ports.db.read('select kind from outbox', {})).map(({ kind }) => kind),
    /** The handles that are live at the authority. */
    liveAtAuthority: () => authority.liveHandles(),
    /** Only where WeChat takes the faces, or reminders. */
    get wechat() {
      if (wechat === undefined) throw new Error('this world has no real platform');
      return wechat;
    },
    hotel: counter('cnt_hotel-1'),
    otherHotelCounter: counter('cnt_hotel-2'),
    thirdHotelCounter: counter('cnt_hotel-3'),
    office: counter('cnt_office-1'),
    /** Whose relying party never has the counter word asked for. */
    netBar: counter('cnt_net-bar-1'),
    shop: counter('cnt_shop-1'),
    /** A phone that is logged in, and no more. */
    phone: (account = `account-${++phones}`): Promise<Phone> =>
      pickUpPhone(account, bff.url, authority.root, clock, wechat),
    /** The same with a secure key: SOTER of WeChat. */
    securedPhone: (account: string, cpuId: string): Promise<Phone> =>
      pickUpPhone(account, bff.url, authority.root, clock, wechat, 0, cpuId),
    /** A phone of which the owner has a live basic credential. @param clockAhead milliseconds by which its clock is off */
    async citizen(account = `account-${++phones}`, clockAhead = 0): Promise<Phone> {
      const phone = await pickUpPhone(account, bff.url, authority.root, clock, wechat, clockAhead);
      await applyAs(phone, citizen(++phones));
      return phone;
    },
  };
}

export type World = Awaited<ReturnType<typeof startWorld>>;

function isFault(line: string, mayBeUnavailable: boolean): boolean {
  const { msg, status, level }: { msg?: unknown; status?: unknown; level?: unknown } = JSON.parse(line);
  if (Number(level) >= 50 || msg === 'job-fault' || msg === 'push-fault') return true;
  return Number(status) >= 500 && !(mayBeUnavailable && status === 503);
}
