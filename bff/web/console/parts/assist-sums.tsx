import { type AssistSums, readAssistsCall } from '../../../../shared/contract/assist/09-sums.ts';
import { Pages } from '../../staff/parts/pages.tsx';
import { useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { Table } from './table.tsx';

/** How often and how long checks went without a face, as sums: nobody stands in it, and no relying party with fewer than five. */
export function AssistSumsTable() {
  const { number, say } = useSay();
  const read = async (after: string | undefined) => {
    const { sums, next } = await call(readAssistsCall, { query: after === undefined ? {} : { after } });
    return { items: sums, next };
  };
  const row = ({ month, rpId, checks, meanSeconds }: AssistSums): readonly [string, ...string[]] => [
    `${month} · ${rpId}`,
    number(checks),
    say({ zh: `约 ${number(meanSeconds)} 秒`, en: `about ${number(meanSeconds)} s` }),
  ];
  return (
    <Pages
      read={read}
      empty={{ zh: '不刷脸的核验：还没有满五次的', en: 'Checks without a face: none with five yet' }}
    >
      {(sums) => (
        <Table
          caption={{
            zh: '不刷脸的核验（按月合计，每满五次计一次，不足五次不显示）',
            en: 'Checks without a face, by month, in steps of five; fewer are not shown',
          }}
          head={[
            { zh: '月份和依赖方', en: 'Month and relying party' },
            { zh: '次数', en: 'Checks' },
            { zh: '平均用时', en: 'Took on average' },
          ]}
          rows={sums.map(row)}
        />
      )}
    </Pages>
  );
}
