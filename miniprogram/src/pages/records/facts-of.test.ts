import { expect, it } from 'vitest';
import type { ReceiptClaims } from '../../../../shared/contract/authority/receipts.ts';
import { factsOf } from './facts-of.ts';

const claims: ReceiptClaims = {
  ...{ iss: 'a', iat: 1, sandbox: true, ceremony: 'verify', sessionId: `ses_${'A'.repeat(22)}` },
  ...{
    rpId: 'rp_hotel',
    rpName: '酒店',
    counterId: 'cnt_hotel-1',
    counterName: '一号台',
    place: '测试路 1 号',
  },
  ...{ scene: 'hotel', purpose: 'check-in', level: 'basic', outcome: 'pass' },
  ...{ salt: 'A'.repeat(22), leaf: 'A'.repeat(43) },
};
const nobody = { rpId: '', rpName: '', counterId: '', counterName: '', place: '' } as const;
const said = (changes: Partial<ReceiptClaims> = {}) =>
  factsOf({ ...claims, ...changes }).map(({ what, is }) => `${what.zh}：${is.zh} / ${what.en}: ${is.en}`);

it('of a check at a counter it is said where and for what it was, and all that the counter got', () => {
  expect(said()).toEqual([
    expect.stringContaining('地点：测试路 1 号'),
    expect.stringContaining('柜台：一号台'),
    expect.stringContaining('办理：'),
    expect.stringMatching(
      /柜台得到的：通过 · .*没有姓名、号码和照片 .*What the counter got: Passed · .*no name/,
    ),
  ]);
});

it.each([
  ['pass', '通过', 'Passed'],
  ['fail', '未通过', 'Not passed'],
] as const)(
  'of a meeting it is said for what it was, and all that the other person got: %s',
  (outcome, zh, en) => {
    expect(said({ ...nobody, ceremony: 'peer', scene: 'peer', purpose: 'meet', outcome })).toEqual([
      expect.stringContaining('办理：'),
      `对方得到的：${zh}；没有姓名、号码和照片 / What the other person got: ${en}; no name, no number, no picture`,
    ]);
  },
);

it('of what the holder did alone nobody got anything', () => {
  expect(said({ ...nobody, ceremony: 'protect', scene: '', purpose: 'unfreeze' })).toEqual([]);
});
