import { type AskedForMore, askedForMore } from '../../../../shared/contract/receipt/02-report.ts';
import {
  type ReportSumsOfRp,
  readAllReportSumsCall,
} from '../../../../shared/contract/receipt/03-report-sums.ts';
import type { Text } from '../../../../shared/text.ts';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { Table } from '../parts/table.tsx';

const wantedText = {
  card: { zh: '看身份证', en: 'The ID card' },
  copy: { zh: '复印或拍照', en: 'A copy of it' },
  face: { zh: '另外刷脸', en: 'A face picture' },
  other: { zh: '别的', en: 'Something else' },
} as const satisfies Record<AskedForMore, Text>;

/** What holders reported that counters wanted beyond the check, as sums: nobody stands in it. */
export function ReportsPage() {
  const { number } = useSay();
  const read = async (after: string | undefined) => {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const { sums, next } = await call(readAllReportSumsCall, { query });
    return { items: sums, next };
  };
  const row = (sums: ReportSumsOfRp): readonly [string, ...string[]] => [
    `${sums.month} · ${sums.rpId}`,
    number(sums.reports),
    ...askedForMore.map((what) => {
      const count = sums[what];
      return count === undefined ? '—' : number(count);
    }),
  ];
  return (
    <Page title={{ zh: '持证人的反映', en: 'Reports' }}>
      <p class="soft">
        <Say
          zh="持证人核验通过后，柜台还要了别的：按月、按依赖方合计，每满五件计一次，不足五件不显示。是谁反映的，这里也不知道。"
          en="What counters wanted although the check had passed, by month and relying party, in steps of five; fewer are not shown. Who reported it is not known here either."
        />
      </p>
      <Pages read={read} empty={{ zh: '还没有满五件的反映', en: 'Nothing was reported five times yet' }}>
        {(sums) => (
          <Table
            caption={{ zh: '核验以外还要了什么', en: 'What was wanted beyond the check' }}
            head={[
              { zh: '月份和依赖方', en: 'Month and relying party' },
              { zh: '反映', en: 'Reports' },
              ...askedForMore.map((what) => wantedText[what]),
            ]}
            rows={sums.map(row)}
          />
        )}
      </Pages>
    </Page>
  );
}
