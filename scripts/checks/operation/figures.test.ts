import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { metricsToken } from '../../../bff/attacks/world/bff.fixture.ts';
import { startWorld } from '../../../bff/attacks/world/world.fixture.ts';
import { haveSystemPackage } from '../system-package.ts';

const deploy = new URL('../../deploy/', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, deploy), 'utf8');
const promtool = (...words: string[]) => spawnSync('promtool', words, { encoding: 'utf8' });
const hasPromtool = haveSystemPackage(
  'prometheus',
  () => promtool('--version').status === 0,
  (words) => console.log(words),
);
if (!hasPromtool) console.log('promtool is not here: its rules are checked by the test’s own words only');

const world = await startWorld();
let text: string;
/** What each metric is, by its name. */
let types: Map<string, string>;
let samples: { name: string; labels: Record<string, string> }[];

beforeAll(async () => {
  await world.hotel.open();
  await world.hotel.askToken('no.assertion.');
  await world.citizen();
  await fetch(`${world.url}/nowhere/of-110101`);
  await fetch(`${world.url}/health/ready`);
  const headers = { authorization: `Bearer ${metricsToken}` };
  const figures = async () => (await fetch(`${world.url}/metrics`, { headers })).text();
  while (!(await figures()).includes('lz_job_lease_held{job="reconcile"}'))
    await new Promise((later) => setTimeout(later, 50));
  text = await figures();
  types = new Map(
    [...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]),
  );
  samples = text.split('\n').flatMap(sampleOf);
});

/** One line of the text format, version 0.0.4; a line of another form does not pass. */
function sampleOf(line: string): { name: string; labels: Record<string, string> }[] {
  if (line === '' || /^# (HELP|TYPE) [a-z_0-9]+ .+$/.test(line)) return [];
  const found = /^([a-z_][a-z0-9_]*)(?:\{(.*)\})? (Na[Nn]|[+-]Inf|-?\d[\d.e+-]*)$/.exec(line);
  if (found === null) throw new Error(`not a sample: ${line}`);
  const [, name = '', within = ''] = found;
  const labels = [...within.matchAll(/([a-z_]+)="((?:[^"\\]|\\.)*)"(?:,|$)/g)];
  expect(labels.map(([whole]) => whole).join(''), line).toBe(within);
  return [{ name, labels: Object.fromEntries(labels.map(([, label = '', value = '']) => [label, value])) }];
}

/** Names under which dashboards for Node ask for what is open now: gauges that end as counters should. */
const stock = [
  'nodejs_active_handles_total',
  'nodejs_active_requests_total',
  'nodejs_active_resources_total',
];

describe('the figures', () => {
  it('are named as Prometheus would have it: base units, `_total` on counters and on nothing else, help on all', () => {
    for (const [name, type] of types) {
      expect(name).toMatch(/^(lz|http|process|nodejs)_[a-z0-9_]+$/);
      expect(text).toMatch(new RegExp(`^# HELP ${name} \\S.{9,}$`, 'm'));
      if (stock.includes(name)) continue;
      expect(name.endsWith('_total'), name).toBe(type === 'counter');
      expect(name, name).not.toMatch(
        /_(ms|milliseconds|minutes|kb|kilobytes|percent|count|sum|bucket)(_total)?$/,
      );
      if (/_(age|duration|lag|delay|time)(_|$)/.test(name)) expect(name).toMatch(/_seconds(_total)?$/);
    }
  });

  it.skipIf(!hasPromtool)('pass promtool, but for the names that dashboards for Node know', () => {
    const { stdout, stderr, error } = spawnSync('promtool', ['check', 'metrics'], {
      input: text,
      encoding: 'utf8',
    });
    expect(error).toBeUndefined();
    const complaints = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
    expect(complaints.filter((line) => !stock.some((name) => line.startsWith(`${name} `)))).toEqual([]);
  });

  it('are told apart by words of closed lists: no id, no address, no account, nothing that was sent', () => {
    const own = samples.filter(({ name }) => /^(lz|http)_/.test(name));
    expect(own.length).toBeGreaterThan(100);
    for (const { name, labels } of own)
      for (const [label, value] of Object.entries(labels)) {
        expect(
          [
            'method',
            'route',
            'surface',
            'status_code',
            'le',
            'state',
            'what',
            'code',
            'why',
            'outcome',
          ].concat(['reason', 'job', 'quota', 'call', 'kind']),
          name,
        ).toContain(label);
        expect(value).not.toMatch(/(ses|cnt|rp|hol|crd|opr|chl|whk)_[A-Za-z0-9]|110101|127\.0\.0\.1|account/);
      }
    const routes = new Set(own.flatMap(({ labels }) => labels.route ?? []));
    expect(routes).toContain('/counter/v1/sessions');
    expect(routes).toContain('none');
  });

  it('tell of each refused client by its reason', () => {
    expect(text).toContain('lz_token_failures_total{reason="client_assertion"} 1');
    expect(text).toMatch(
      /^lz_authority_request_duration_seconds_count\{call="demand-up",outcome="answered"\} 1$/m,
    );
  });
});

/** The names of metrics in an expression, the suffixes of histograms taken off. */
function metricsIn(expression: string): string[] {
  const words = expression.replaceAll(/"[^"]*"/g, '').match(/\b[a-z]+_[a-z0-9_]+\b(?!\s*\()/g) ?? [];
  const labels = new Set(['status_code', 'histogram_quantile', 'label_values']);
  return words
    .filter((word) => !labels.has(word))
    .map((word) => (types.has(word) ? word : word.replace(/_(bucket|count|sum)$/, '')));
}

describe.each([
  [
    'grafana-dashboard.json',
    (text: string) => [...text.matchAll(/"(?:expr|query)": "((?:[^"\\]|\\.)+)"/g)],
    30,
  ],
  ['alerts.yaml', (text: string) => [...text.matchAll(/expr: '([^']+)'/g)], 10],
] as const)('%s', (name, expressionsIn, least) => {
  it('asks for figures that there are, and for no other', () => {
    const expressions = expressionsIn(read(name)).map(([, found = '']) => found.replaceAll('\\"', '"'));
    expect(expressions.length).toBeGreaterThanOrEqual(least);
    const asked = expressions.flatMap(metricsIn);
    expect(asked.length).toBeGreaterThanOrEqual(least);
    expect([...new Set(asked)].filter((metric) => !types.has(metric))).toEqual([]);
  });
});

it.skipIf(!hasPromtool)('alerts.yaml passes promtool', () => {
  const { status, stdout } = promtool('check', 'rules', new URL('alerts.yaml', deploy).pathname);
  expect([status, stdout]).toEqual([0, expect.stringContaining('12 rules found')]);
});

it.skipIf(!hasPromtool)('every expression of the dashboard is one that Prometheus can read', () => {
  const board: { panels: { targets?: { expr: string }[] }[] } = JSON.parse(read('grafana-dashboard.json'));
  const rules = board.panels
    .flatMap(({ targets = [] }) => targets)
    .map(({ expr }, place) => ({ record: `panel:number${place}`, expr: expr.replaceAll('$instance', '.*') }));
  const folder = mkdtempSync(join(tmpdir(), 'lz-board-'));
  writeFileSync(join(folder, 'rules.yaml'), JSON.stringify({ groups: [{ name: 'dashboard', rules }] }));
  const checked = promtool('check', 'rules', join(folder, 'rules.yaml'));
  rmSync(folder, { recursive: true });
  expect([checked.status, checked.stderr]).toEqual([0, '']);
});
