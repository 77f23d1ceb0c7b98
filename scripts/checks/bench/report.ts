import type { Spread } from './measure/figures.ts';
import type { PushLatency } from './measure/push-latency.ts';
import type { RelayFigures } from './measure/relay.ts';
import type { Sealing } from './measure/sealing.ts';
import type { StoredFigures } from './measure/stored.ts';
import type { WholeVerification } from './measure/whole-verification.ts';

export interface BenchFigures {
  verification: WholeVerification;
  relay: RelayFigures;
  sealing: Sealing[];
  push: PushLatency;
  ready: Spread;
  stored: StoredFigures;
}

/** What the product promises of itself, as ratios: the machine is in both halves. */
export const goals = { verification: 0.5, relay: 1.1, stored: 1.25 } as const;

/** The goal is judged by flows that poll once; what a polling device costs on top is shown beside them and judges nothing. */
const judgedBy: readonly string[] = ['direct', 'pages'];
const flowNames = {
  direct: 'device flow in one bare step',
  pages: 'device flow with its own pages',
  polling: 'the same, polled every 5 s for 20 s',
} as const;
const manners = [
  ['sequential', 'one at a time'],
  ['concurrent', 'eight at once'],
] as const;

/** The figures as text for a terminal. */
export function report({ verification, relay, sealing, push, ready, stored }: BenchFigures): string {
  const lines: string[][] = [
    ['Whole verification, CPU of the server a piece'],
    ...manners.flatMap(([how, name]) => [
      [`  ${name}`, 'BFF, two samples of 200 KB', inUnit(verification[how].bff, 'ms')],
      ...verification[how].peers.map(({ flow, cpu, ratio: times }) => [
        '',
        `oidc-provider, ${flowNames[flow]}`,
        inUnit(cpu, 'ms'),
        ratio(times, judgedBy.includes(flow) ? goals.verification : undefined),
      ]),
    ]),
    ['Relay of 200 KB, 32 at once, CPU of the server a request'],
    [
      '  BFF',
      'whole: proof, token, state, audit',
      inUnit(relay.relay, 'us'),
      ratio(relay.whole, goals.relay),
    ],
    ['', 'the same without a body (decline)', inUnit(relay.decline, 'us')],
    ['', 'streaming only', '', ratio(relay.path, goals.relay)],
    ['  undici in Fastify', 'relay', inUnit(relay.bareRelay, 'us'), '  1.00x'],
    ['', 'no body', inUnit(relay.bareNothing, 'us')],
    relay.nginx && relay.toNginx
      ? ['  nginx', 'relay', inUnit(relay.nginx, 'us'), ratio(relay.toNginx)]
      : ['  nginx', 'skipped: not installed'],
    ['Seal of 200 KB on the phone'],
    ...sealing.flatMap(({ suite, compiled, interpreted }) => [
      [`  suite ${suite}`, 'with JIT', inUnit(compiled, 'ms')],
      [
        '',
        'without JIT (--jitless)',
        inUnit(interpreted, 'ms'),
        `${fixed(interpreted.median / compiled.median)}x`,
      ],
    ]),
    ['Verdict to counter'],
    [
      '  four at once',
      `${push.verifications} verifications`,
      `p50 ${fixed(push.p50)} ms   p99 ${fixed(push.p99)} ms`,
    ],
    ['Small request, four at once, p99'],
    ['  BFF', 'empty database', inUnit(stored.empty, 'ms')],
    ['', `${stored.sessions} stored sessions`, inUnit(stored.full, 'ms'), ratio(stored.ratio, goals.stored)],
    ['Time to ready'],
    ['  BFF', 'empty database, five starts', inUnit(ready, 'ms')],
  ];
  const verdicts = [
    ...manners.flatMap(([how, name]) =>
      verification[how].peers
        .filter(({ flow }) => judgedBy.includes(flow))
        .map(({ flow, ratio: times }) =>
          goal(`verification, ${name}, to ${flowNames[flow]}`, times, goals.verification),
        ),
    ),
    goal('relay, whole request', relay.whole, goals.relay),
    goal(`small request, p99 with ${stored.sessions} stored sessions`, stored.ratio, goals.stored),
    goal('relay, streaming only (a difference of three measurements)', relay.path, goals.relay),
  ];
  return `${inColumns(lines)}\n\n${verdicts.join('\n')}\n`;
}

function goal(what: string, { median }: Spread, most: number): string {
  return `${median <= most ? 'reached' : 'MISSED '}  ${what}: ${fixed(median)}x, goal at most ${fixed(most)}x`;
}

function ratio({ median, min, max }: Spread, most?: number): string {
  const goalText = most === undefined ? '' : `  goal <= ${fixed(most)}x`;
  return `  ${fixed(median)}x (${fixed(min)} - ${fixed(max)})${goalText}`;
}

function inUnit({ median, min, max }: Spread, unit: string): string {
  return `${fixed(median)} ${unit} (${fixed(min)} - ${fixed(max)})`;
}

function fixed(value: number): string {
  return value >= 100 ? value.toFixed(0) : value.toFixed(2);
}

/** Headings stand alone; the rest is set in columns. */
function inColumns(lines: string[][]): string {
  const widths = [0, 1, 2].map((column) =>
    Math.max(...lines.filter(({ length }) => length > 1).map((cells) => cells[column]?.length ?? 0)),
  );
  return lines
    .map((cells) =>
      cells.length === 1
        ? `\n${cells[0]}`
        : cells
            .map((cell, column) => cell.padEnd(widths[column] ?? 0))
            .join('  ')
            .trimEnd(),
    )
    .join('\n');
}
