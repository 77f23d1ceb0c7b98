import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Db, Row, Statement, WriteOptions, Written } from '../ports/db.ts';
import { type Bucket, type Demand, leftIn, type QuotaName, type Room } from '../ports/quotas.ts';
import { type Asked, askedOf, type Counting } from './asked.ts';
import { noMoreLive, roomAt } from './live-sessions.ts';
import { noteLeft, noteUsedUp } from './standings.ts';
import { drawStored, freeAt } from './stored-buckets.ts';

/** What comes with a demand. */
export interface Along extends WriteOptions {
  /** Written with what is counted in the database, or not at all. */
  also?: Statement[];
  /** Of what is held open, as `Held` says. */
  share?: string;
  until?: number;
  giveWay?: (to: QuotaName) => void;
  /** How it is written, as with an entry of the audit chain; `db.write` where absent. */
  write?: (statements: Statement[], options: WriteOptions) => Promise<Written>;
}

export interface Taken {
  /** What became of `also`, whose rows come first. `lost` and `duplicate` are of `also`, never of a quota. */
  written: Written;
  /** Gives back what is held open, when it ends; more than once does no harm. */
  leave(): void;
}

/** What a quota in the database comes to. */
interface Stored {
  asked: Asked;
  key: string;
  statement: Statement;
  freeAt(db: Db): Promise<number>;
}

/**
 * Takes one of each quota or nothing of any: the one way to be counted. What this process counts is taken before the first wait; what
 * the database counts is one write with what it allows, so that of those who come at the same moment no more get in than may.
 * @throws Problem of the quota that is used up, with the seconds after which the same demand would succeed if nobody else came
 */
export async function take(ports: Counting, demands: readonly Demand[], along: Along = {}): Promise<Taken> {
  const now = ports.now();
  const asked = demands.map((demand) => askedOf(ports, demand));
  const { leave, undo } = takeHere(ports, asked, along, now);
  const stored = asked.flatMap((each) => storedOf(each, now)).sort((a, b) => (a.key < b.key ? -1 : 1));
  const { also = [], flush = true, reserve = false, write = ports.db.write } = along;
  for (const each of asked) noteHere(ports, each, now);
  if (stored.length + also.length === 0) return { written: { done: true, rows: [] }, leave };
  let written: Written;
  try {
    const statements = [...also, ...stored.map(({ statement }) => statement)];
    written = await write(statements, { flush, reserve });
    if (!written.done && written.why === 'lost') await refuseIfUsedUp(ports, asked, stored, now);
  } catch (fault) {
    undo();
    throw fault;
  }
  if (written.done) {
    for (const [place, each] of stored.entries())
      noteStored(each.asked, written.rows[also.length + place], now);
    return { written, leave };
  }
  undo();
  // Room was made between the write and the look.
  const ofQuota = written.why === 'lost' && also.every(({ rows }) => rows === undefined);
  return ofQuota ? take(ports, demands, along) : { written, leave };
}

function takeHere(
  { usage, measures }: Pick<Counting, 'usage' | 'measures'>,
  asked: readonly Asked[],
  { share = '', until, giveWay = () => {} }: Along,
  now: number,
): { leave(): void; undo(): void } {
  const buckets: Bucket[] = [];
  const rooms: Room[] = [];
  for (const { key, quota } of asked) {
    if (quota.counts === 'made' && quota.kept === 'process') buckets.push({ key, ...quota });
    if (quota.counts === 'open') rooms.push({ key, ...quota });
  }
  const drawn = usage.draw(buckets, now);
  if (drawn !== 'taken') throw refusal(measures, asked, drawn.key, drawn.freeAt - now);
  const held =
    rooms.length === 0
      ? { leave() {} }
      : usage.hold({ rooms, share, until, giveWay: (key) => giveWay(quotaOf(asked, key).name) });
  if ('leave' in held) {
    const undo = () => {
      held.leave();
      usage.putBack(buckets);
    };
    return { leave: held.leave, undo };
  }
  usage.putBack(buckets);
  throw refusal(measures, asked, held.key, held.freeAt === undefined ? undefined : held.freeAt - now);
}

function noteHere({ usage }: Pick<Counting, 'usage'>, asked: Asked, now: number): void {
  const { key, quota } = asked;
  if (quota.counts === 'made' && quota.kept === 'process')
    noteLeft(asked, usage.left({ key, ...quota }, now), now);
}

function noteStored(asked: Asked, rows: readonly Row[] | undefined, now: number): void {
  const { key, quota } = asked;
  const fullAt = rows?.[0]?.full_at;
  if (quota.counts === 'made' && fullAt !== undefined)
    noteLeft(asked, leftIn({ key, ...quota }, Number(fullAt), now), now);
}

function storedOf(asked: Asked, now: number): Stored[] {
  const { key, subject, quota } = asked;
  if (quota.counts === 'live')
    return [
      {
        ...{ asked, key },
        statement: noMoreLive(quota, subject, now),
        freeAt: (db) => roomAt(db, quota, subject, now),
      },
    ];
  if (quota.counts === 'open' || quota.kept === 'process') return [];
  const bucket = { key, ...quota };
  return [{ asked, key, statement: drawStored(bucket, now), freeAt: (db) => freeAt(db, bucket) }];
}

async function refuseIfUsedUp(
  { db, measures }: Pick<Counting, 'db' | 'measures'>,
  asked: readonly Asked[],
  stored: readonly Stored[],
  now: number,
): Promise<void> {
  const times = await Promise.all(stored.map(async ({ key, freeAt }) => ({ key, at: await freeAt(db) })));
  const last = times.reduce((latest, each) => (each.at > latest.at ? each : latest), { key: '', at: now });
  if (last.at > now) throw refusal(measures, asked, last.key, last.at - now);
}

function refusal(
  measures: Counting['measures'],
  asked: readonly Asked[],
  key: string,
  wait: number | undefined,
): Problem {
  const retryAfter = wait === undefined ? limits.relayRetryAfterSeconds : Math.max(1, Math.ceil(wait / 1000));
  const usedUp = quotaOf(asked, key);
  noteUsedUp(usedUp, retryAfter);
  measures.quotaRefused(usedUp.name);
  return new Problem(usedUp.quota.beyond, { retryAfter });
}

function quotaOf(asked: readonly Asked[], key: string): Asked {
  const found = asked.find((each) => each.key === key);
  if (found === undefined) throw new Error('a quota that nobody asked for');
  return found;
}
