import { limits } from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import type { Statement } from '../ports/db.ts';
import type { Ports } from '../ports/ports.ts';
import type { SmsHashes } from './sms-hashes.ts';

/** How many messages may go out within how many milliseconds, for each of the three that are counted. */
const rules = {
  number: [
    { most: 1, window: limits.smsPause },
    { most: limits.smsPerNumber, window: limits.smsWindow },
  ],
  device: [{ most: limits.smsPerDevice, window: limits.smsWindow }],
  source: [{ most: limits.smsPerSource, window: limits.smsWindow }],
} as const;

type Counted = keyof typeof rules;
const counted: readonly Counted[] = ['number', 'device', 'source'];

/** When messages went out, as the row has it and as times. */
interface SentTimes {
  text: string | undefined;
  times: number[];
}

/**
 * Counts a message before it goes out, with `also` or not at all. Each count is one row that is changed by compare-and-set, so that
 * of requests at the same moment, in whichever process, no more go out than the limits allow in any window.
 * @throws Problem sms-too-many, with the seconds until the fullest of the counts has room again
 */
export async function countMessage(
  ports: Ports,
  hashes: Pick<SmsHashes, Counted>,
  at: number,
  also: Statement[],
): Promise<void> {
  const sent = await Promise.all(counted.map((each) => read(ports, hashes[each], at)));
  const free = Math.max(...counted.map((each, index) => roomAt(rules[each], sent[index]?.times ?? [])));
  if (free > at)
    throw new Problem('sms-too-many', { retryAfter: Math.max(1, Math.ceil((free - at) / 1000)) });

  // Always in one order, so that two writes do not wait for each other.
  const counts = counted
    .map((each, index) => ({ subject: hashes[each], sent: sent[index] ?? { text: undefined, times: [] } }))
    .sort((a, b) => (a.subject < b.subject ? -1 : 1))
    .map(({ subject, sent }) => replace(subject, sent, [...sent.times, at]));
  const written = await ports.db.write([...counts, ...also]);
  if (!written.done) return countMessage(ports, hashes, at, also);
}

/** Takes back that a message went out to the number at that time. */
export async function uncountMessage(
  ports: Ports,
  { number }: Pick<SmsHashes, 'number'>,
  at: number,
): Promise<void> {
  const sent = await read(ports, number, at);
  const index = sent.times.indexOf(at);
  if (index < 0) return;
  const written = await ports.db.write([replace(number, sent, sent.times.toSpliced(index, 1))]);
  if (!written.done) return uncountMessage(ports, { number }, at);
}

async function read(ports: Ports, subject: string, at: number): Promise<SentTimes> {
  const [row] = await ports.db.read('select sent_at from sms_counts where subject = :subject', { subject });
  if (row === undefined) return { text: undefined, times: [] };
  const text = String(row.sent_at);
  const times = text
    .split(' ')
    .filter((time) => time !== '')
    .map(Number);
  return { text, times: times.filter((time) => time > at - limits.smsWindow) };
}

/** From when on one more would be within the rules. */
function roomAt(rules: readonly { most: number; window: number }[], times: readonly number[]): number {
  const newestFirst = times.toSorted((a, b) => b - a);
  return Math.max(...rules.map(({ most, window }) => (newestFirst[most - 1] ?? -Infinity) + window));
}

function replace(subject: string, { text }: SentTimes, times: readonly number[]): Statement {
  const params = { subject, after: times.join(' '), forgetAt: Math.max(0, ...times) + limits.smsWindow };
  return text === undefined
    ? {
        sql: 'insert into sms_counts (subject, sent_at, forget_at) values (:subject, :after, :forgetAt)',
        params,
      }
    : {
        sql: `update sms_counts set sent_at = :after, forget_at = :forgetAt
          where subject = :subject and sent_at = :before returning subject`,
        params: { ...params, before: text },
        rows: 1,
      };
}
