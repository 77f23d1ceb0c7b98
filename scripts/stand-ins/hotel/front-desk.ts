// A front desk as a hotel would write it: one check from the code on the screen to what the clerk does next.
import { createInterface } from 'node:readline/promises';
import { renderUnicodeCompact } from 'uqr';
import { type Counter, connect, type Settings } from '../../sdk/src/connect.ts';
import type { CheckView } from '../../sdk/src/guards.ts';
import type { Check } from '../../sdk/src/open-check.ts';
import type { Say } from '../../sdk/src/say.ts';

type Desk = ReturnType<typeof createInterface>;

/** Checks one guest in. @throws Refused, Unreachable, NotBelieved */
export async function checkIn(settings: Settings): Promise<void> {
  const counter = await connect(settings);
  const check = await counter.open({ scene: 'hotel', purpose: 'check-in' });
  await serve(counter, check, await counter.messages());
}

/** Shows codes until somebody has scanned, asks for the word where one is due, and tells the clerk how it ended. */
async function serve(counter: Counter, check: Check, say: Say): Promise<void> {
  const desk = createInterface({ input: process.stdin, output: process.stdout });
  const scanned = new AbortController();
  const over = new AbortController();
  const tell = (view: CheckView) => console.log(Object.values(say(view, 'clerk', 'en')).join(' '));

  const ending = counter.awaitEnd(check.id, {
    onChange(view) {
      if (view.state !== 'open') scanned.abort();
      tell(view);
      if (view.word === 'awaited' || view.word === 'again')
        void askForWord(counter, check, desk, over.signal);
    },
  });
  const [end] = await Promise.all([ending, showCodes(check, scanned.signal)]);
  over.abort();
  desk.close();

  // `failed` is a decision; every other end but `passed` is none, and the guest is served with an ID card instead.
  if (end.result === undefined) return console.log(`${check.id}: no decision. Next: the ID card.`);
  const { outcome, decidedAt } = await counter.verifyResult(end.result, check.id);
  console.log(`${check.id}: ${outcome}, ${new Date(decidedAt).toISOString()}, proved.`);
  console.log(outcome === 'pass' ? 'Next: hand over the key.' : 'Next: do not check in on this proof.');
}

async function showCodes(check: Check, until: AbortSignal): Promise<void> {
  for await (const code of check.codes(until))
    console.log(code === undefined ? 'One moment.' : `\n${renderUnicodeCompact(code)}\n${code}`);
}

async function askForWord(counter: Counter, check: Check, desk: Desk, signal: AbortSignal): Promise<void> {
  const typed = await desk.question('three digits: ', { signal }).catch(() => undefined);
  if (typed === undefined) return;
  await counter.typeWord(check.id, typed).catch((fault: unknown) => {
    console.log(fault instanceof Error ? fault.message : fault);
    return askForWord(counter, check, desk, signal);
  });
}
