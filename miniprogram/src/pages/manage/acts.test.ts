import { describe, expect, it } from 'vitest';
import type { OwnCredential } from '../../holder/answers.ts';
import { actTexts } from './act-texts.ts';
import { acts, actsOf } from './acts.ts';
import { entries } from './entries.ts';
import { reminderTexts } from './reminder-texts.ts';
import { secureKeyTexts } from './secure-key-texts.ts';
import { texts, voided } from './texts.ts';

const had = { level: 'basic', handle: 'crd_A' } as const;
const credentials: [OwnCredential, string[]][] = [
  [{ state: 'none' }, []],
  [{ state: 'active', ...had }, ['freeze', 'report-phone', 'report-card']],
  [{ state: 'frozen', ...had }, ['unfreeze', 'report-phone', 'report-card']],
  [{ state: 'frozen', ...had, cardReportEnds: 1 }, ['unfreeze', 'report-phone']],
  [
    { state: 'card-reported-lost', ...had, cardReportEnds: 1 },
    ['withdraw-card-report', 'freeze', 'report-phone'],
  ],
  [{ state: 'unusable', ...had, movable: { from: 1, until: 2 } }, ['report-phone', 'report-card']],
  [{ state: 'unusable', ...had, movable: { from: 1, until: 2 }, cardReportEnds: 3 }, ['report-phone']],
  [{ state: 'suspended', ...had }, ['report-phone', 'report-card']],
  [{ state: 'void', reason: 'expired' }, []],
];

it.each(credentials)('what can be done with %o is offered, and nothing else', (credential, offered) => {
  expect(actsOf(credential)).toEqual(offered);
});

describe('what is said', () => {
  const said = [
    ...Object.values(texts),
    ...acts.flatMap((act) => Object.values(actTexts[act])),
    ...Object.values(voided).flatMap(({ why, next }) => [why, next]),
    ...entries.map(({ label }) => label),
    ...Object.values(reminderTexts.on),
    ...Object.values(reminderTexts.off),
    reminderTexts.always,
    ...Object.values(secureKeyTexts),
  ];

  it.each(said)('$zh', ({ zh, en }) => {
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(zh).not.toMatch(/采集|沙箱|场景|判定|依赖方|持证人/);
    expect(en).not.toMatch(/\p{Script=Han}|sandbox|relying party|holder|verifier|[“”‘’]/iu);
  });
});
