import { Facts } from '../../staff/parts/facts.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import { readSums, sums, sumTexts } from '../desk/day-sums.ts';
import { Step } from '../step.tsx';

/** One's own day in sums. */
export function Day() {
  const { at, shift, clock } = useWork();
  const { number, clock: timeOf } = useSay();
  const counted = readSums(at.claims.officerId, clock.now() ?? Date.now());
  return (
    <Step
      title={{ zh: '我今天办理的', en: 'What I did today' }}
      hint={{
        zh: '只有数目，没有任何人的信息；只算在这台电脑上办理的。',
        en: 'Sums only, and nothing of anybody; of what was done on this computer.',
      }}
    >
      <Facts facts={sums.map((sum) => [sumTexts[sum], number(counted[sum])] as const)} />
      <Facts
        facts={[
          [{ zh: '上班时间', en: 'Shift since' }, timeOf(shift.since)],
          [{ zh: '最晚到', en: 'Until, at the latest' }, timeOf(shift.expiresAt)],
          [{ zh: '今天还可以办理', en: 'Still to be raised today, at most' }, number(shift.raisesLeft)],
        ]}
      />
      <p class="soft">
        <Say
          zh="每人每天、每个受理点每天的办理数量有上限。到了上限请由另一位受理员办理。"
          en="There is a most for each officer and for each point a day. Beyond it another officer goes on."
        />
      </p>
    </Step>
  );
}
