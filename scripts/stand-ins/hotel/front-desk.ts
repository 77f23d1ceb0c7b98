// A front desk as a hotel would write it: one check from the code on the screen to what the clerk does next.
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { renderUnicodeCompact } from 'uqr';
import { type Counter, connect } from '../../sdk/src/connect.ts';
import type { CheckView } from '../../sdk/src/guards.ts';
import type { Check } from '../../sdk/src/open-check.ts';
import type { Say } from '../../sdk/src/say.ts';

const { values } = parseArgs({
  options: {
    issuer: { type: 'string', default: 'http://127.0.0.1:8080' },
    rp: { type: 'string', default: 'rp_sandbox-hotel' },
    counter: { type: 'string', default: 'cnt_sandbox-hotel-1' },
    key: { type: 'string', default: '.data/keys/cnt_sandbox-hotel-1.jwk.json' },
    production: { type: 'boolean', default: false },
  },
});

const counter = await connect({
  ...{ issuer: values.issuer, rpId: values.rp, counterId: values.counter },
  key: async () => JSON.parse(await readFile(values.key, 'utf8')),
  allowSandbox: !values.production,
});
const check = await counter.open({ scene: 'hotel', purpose: 'check-in' });
await serve(counter, check, await counter.messages());

/** Shows codes until somebody has scanned, asks for the word where one is due, and tells the clerk how it ended. */
async function serve(counter: Counter, check: Check, say: Say): Promise<void> {
  const desk = createInterface({ input: process.stdin, output: process.stdout });
  const scanned = new AbortController();
  const over = new AbortController();
  const tell = (view: CheckView) => console.log(Object.values(say(view, 'clerk', 'en')).join(' '));

  const showing = (async () => {
    for await (const code of check.codes(scanned.signal))
      console.log(code === undefined ? 'One moment.' : `\n${renderUnicodeCompact(code)}\n${code}`);
  })();
  const end = await counter.awaitEnd(check.id, {
    onChange(view) {
      if (view.state !== 'open') scanned.abort();
      tell(view);
      if (view.word === 'awaited' || view.word === 'again') void askForWord(desk, over.signal);
    },
  });
  over.abort();
  await showing;
  desk.close();

  // `failed` is a decision; every other end but `passed` is none, and the guest is served with an ID card instead.
  if (end.result === undefined) return console.log(`${check.id}: no decision. Next: the ID card.`);
  const { outcome, decidedAt } = await counter.verifyResult(end.result, check.id);
  console.log(`${check.id}: ${outcome}, ${new Date(decidedAt).toISOString()}, proved.`);
  console.log(outcome === 'pass' ? 'Next: hand over the key.' : 'Next: do not check in on this proof.');
}

async function askForWord(desk: ReturnType<typeof createInterface>, signal: AbortSignal): Promise<void> {
  const typed = await desk.question('three digits: ', { signal }).catch(() => undefined);
  if (typed === undefined) return;
  await counter.typeWord(check.id, typed).catch((fault: unknown) => {
    console.log(fault instanceof Error ? fault.message : fault);
    return askForWord(desk, signal);
  });
}
