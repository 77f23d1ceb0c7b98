import { useState } from 'preact/hooks';
import { type LogEntry, readLogCall } from '../../../../shared/contract/operator/log.ts';
import { Field } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { eventText } from '../parts/event-text.ts';
import { FindErasure } from '../parts/find-erasure.tsx';

/** What operators did, the newest first, from the audit chain; and what became of an erasure, by the number of its receipt. */
export function Log() {
  const { language, time } = useSay();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fits = (entry: LogEntry) =>
    [entry.operatorName, entry.operatorId, ...Object.values(entry.facts)].some((each) =>
      String(each).toLowerCase().includes(wanted),
    );
  const read = async (after: string | undefined) => {
    const query = { limit: 100, ...(after === undefined ? {} : { after }) };
    const { entries, next } = await call(readLogCall, { query });
    return { items: entries, next };
  };
  return (
    <Page title={{ zh: '操作记录', en: 'Log' }}>
      <p class="soft">
        <Say
          zh="记录在哈希链里，不能改也不能删；用 npm run audit:verify 可以核对是否完整。"
          en="It stands in a hash chain, which nobody can change unseen: npm run audit:verify shows that it is whole."
        />
      </p>
      <FindErasure />
      <Field
        name="search"
        label={{ zh: '按运营人员、依赖方或柜台查找', en: 'Find by operator, relying party or counter' }}
        value=""
        onInput={setSearch}
      />
      <Pages
        read={read}
        wanted={wanted === '' ? undefined : fits}
        empty={{ zh: '没有符合的记录', en: 'There is no entry like that' }}
      >
        {(entries) => (
          <ol class="list" id="entries">
            {entries.map((entry) => (
              <li key={`${entry.at} ${entry.event} ${JSON.stringify(entry.facts)}`}>
                <span>{time(entry.at)}</span>
                <strong>{eventText(entry, language)}</strong>
                <span>{entry.operatorName}</span>
                <code class="soft">
                  {Object.entries(entry.facts)
                    .filter(([name]) => name !== 'what')
                    .map(([name, value]) => `${name} ${value}`)
                    .join(' · ')}
                </code>
              </li>
            ))}
          </ol>
        )}
      </Pages>
    </Page>
  );
}
