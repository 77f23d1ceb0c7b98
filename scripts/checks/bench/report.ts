import type { Spread } from './measure/figures.ts';
import type { PushLatency } from './measure/push-latency.ts';
import type { RelayFigures } from './measure/relay.ts';
import type { Sealing } from './measure/sealing.ts';
import type { StoredFigures } from './measure/stored.ts';
import type { TakeoverFigures } from './measure/takeover.ts';
import type { WholeVerification } from './measure/whole-verification.ts';

export interface BenchFigures {
  verification: WholeVerification;
  relay: RelayFigures;
  sealing: Sealing[];
  push: PushLatency;
  takeover: TakeoverFigures;
  ready: Spread;
  stored: StoredFigures;
}

/** In the order in which they are measured. */
export const parts = [
  'ready',
  'sealing',
  'verification',
  'relay',
  'push',
  'takeover',
  'stored',
] as const satisfies (keyof BenchFigures)[];

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

type Section = string[][];
/** In the order in which they are read. */
const shown = ['verification', 'relay', 'sealing', 'push', 'takeover', 'stored', 'ready'] as const;
const sections: { [part in keyof BenchFigures]: (figures: BenchFigures[part]) => Section } = {
  verification: (verification) => [
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
  ],
  relay: (relay) => [
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
  ],
  sealing: (sealing) => [
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
  ],
  push: ({ verifications, ...spans }) => [
    ['Verdict to counter'],
    ['  four at once', `${verifications} verifications`, percentiles(spans)],
  ],
  takeover: ({ takeovers, poll, call }) => [
    ['Login elsewhere to refusal of the phone before'],
    ['  four at once', `${takeovers} takeovers, its open long poll`, percentiles(poll)],
    ['', 'its next call', percentiles(call)],
  ],
  stored: (stored) => [
    ['Small request, four at once, p99'],
    ['  BFF', 'empty database', inUnit(stored.empty, 'ms')],
    ['', `${stored.sessions} stored sessions`, inUnit(stored.full, 'ms'), ratio(stored.ratio, goals.stored)],
  ],
  ready: (ready) => [['Time to ready'], ['  BFF', 'empty database, five starts', inUnit(ready, 'ms')]],
};

/** The figures that there are, as text for a terminal. */
export function report(figures: Partial<BenchFigures>): string {
  const section = <P extends keyof BenchFigures>(part: P): Section => {
    const own: BenchFigures[P] | undefined = figures[part];
    return own === undefined ? [] : sections[part](own);
  };
  const lines = shown.flatMap((part) => section(part));
  const { verification, relay, stored } = figures;
  const verdicts = [
    ...(verification === undefined
      ? []
      : manners.flatMap(([how, name]) =>
          verification[how].peers
            .filter(({ flow }) => judgedBy.includes(flow))
            .map(({ flow, ratio: times }) =>
              goal(`verification, ${name}, to ${flowNames[flow]}`, times, goals.verification),
            ),
        )),
    ...(relay === undefined ? [] : [goal('relay, whole request', relay.whole, goals.relay)]),
    ...(stored === undefined
      ? []
      : [goal(`small request, p99 with ${stored.sessions} stored sessions`, stored.ratio, goals.stored)]),
    ...(relay === undefined
      ? []
      : [goal('relay, streaming only (a difference of three measurements)', relay.path, goals.relay)]),
  ];
  return [inColumns(lines), ...(verdicts.length === 0 ? [] : ['', ...verdicts]), ''].join('\n');
}

const percentiles = ({ p50, p99 }: { p50: number; p99: number }) =>
  `p50 ${fixed(p50)} ms   p99 ${fixed(p99)} ms`;

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
