import { type Figures, readFiguresCall } from '../../../../shared/contract/operator/figures.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { AssistSumsTable } from '../parts/assist-sums.tsx';
import { surfaceText, workText } from '../parts/figure-words.ts';
import { Table } from '../parts/table.tsx';

/** What the process that answers did since its start: nobody stands in it. */
export function FiguresPage() {
  const { time } = useSay();
  return (
    <Page title={{ zh: '运行数据', en: 'Operation' }}>
      <Load of={() => call(readFiguresCall, {})}>
        {(figures, reload) => (
          <>
            <p id="since">
              <Say
                zh={`本进程，自 ${time(figures.since)} 起`}
                en={`This process, since ${time(figures.since)}`}
              />
            </p>
            <Tables figures={figures} />
            <AssistSumsTable />
            <Act work={reload} id="reload" done={{ zh: '已更新', en: 'Up to date' }}>
              <Say zh="更新" en="Count again" />
            </Act>
          </>
        )}
      </Load>
    </Page>
  );
}

function Tables({ figures }: { figures: Figures }) {
  const { say, number, time } = useSay();
  const work = (word: string) => say(workText[word] ?? { zh: word, en: word });
  const seconds = (value: number) => say({ zh: `${number(value)} 秒`, en: `${number(value)} s` });
  const took = (value: number | undefined) =>
    value === undefined ? '—' : value >= 30 ? `≥ ${seconds(30)}` : seconds(value);
  const waits = [
    ...figures.outbox.map(({ kind, ...rest }) => ({ name: work(kind), ...rest })),
    { name: work('webhooks'), ...figures.webhooks },
  ];
  const often = { zh: '次数', en: 'Times' };
  return (
    <>
      <Table
        caption={{
          zh: '请求（耗时是估计，不含等待变化的请求）',
          en: 'Requests; times are estimates, without those that wait for a change',
        }}
        head={[
          { zh: '谁在调用', en: 'By whom' },
          { zh: '请求', en: 'Requests' },
          { zh: '成功 2xx', en: 'Done 2xx' },
          { zh: '转向 3xx', en: 'Elsewhere 3xx' },
          { zh: '拒绝 4xx', en: 'Refused 4xx' },
          { zh: '出错 5xx', en: 'Failed 5xx' },
          { zh: '半数不超过', en: 'Half within' },
          { zh: '99% 不超过', en: '99% within' },
        ]}
        rows={figures.surfaces.map((each) => [
          say(surfaceText[each.surface]),
          ...[each.requests, each.succeeded, each.redirected, each.refused, each.failed].map(number),
          took(each.p50Seconds),
          took(each.p99Seconds),
        ])}
      />
      <Table
        caption={{ zh: '等待发出的', en: 'What waits to be told' }}
        head={[
          { zh: '内容', en: 'What' },
          { zh: '条数', en: 'Waiting' },
          { zh: '最早的等了', en: 'The oldest for' },
        ]}
        rows={waits.map(({ name, waiting, oldestSeconds }) => [
          name,
          number(waiting),
          seconds(oldestSeconds),
        ])}
      />
      <Table
        caption={{ zh: '自动进行的工作', en: 'What happens by itself' }}
        head={[
          { zh: '工作', en: 'Work' },
          { zh: '失败', en: 'Failed' },
          { zh: '最近一次成功', en: 'Last success' },
        ]}
        rows={figures.jobs.map(({ job, failed, lastSuccessAt }) => [
          work(job),
          number(failed),
          lastSuccessAt === undefined
            ? say({ zh: '由别的进程做', en: 'not here: another process does it' })
            : time(lastSuccessAt),
        ])}
      />
      <Table
        caption={{ zh: '没有领到令牌的请求', en: 'Requests that got no token' }}
        head={[{ zh: '原因', en: 'Reason' }, often]}
        rows={figures.tokenFailures.map(({ reason, count }) => [reason, number(count)])}
      />
      <Table
        caption={{ zh: '超出配额被拒绝的', en: 'What quotas refused' }}
        head={[{ zh: '配额', en: 'Quota' }, often]}
        rows={figures.quotaRefusals.map(({ quota, count }) => [quota, number(count)])}
      />
      <p id="streams">
        <Say
          zh={`正在连接的柜台事件流：${number(figures.eventStreams)}`}
          en={`Event streams of counters that are open now: ${number(figures.eventStreams)}`}
        />
      </p>
    </>
  );
}
