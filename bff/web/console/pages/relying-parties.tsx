import { useState } from 'preact/hooks';
import {
  listRelyingPartiesCall,
  type RelyingPartyRecord,
} from '../../../../shared/contract/operator/relying-parties.ts';
import { call } from '../call/call.ts';
import { Field } from '../parts/form.tsx';
import { Page } from '../parts/page.tsx';
import { Pages } from '../parts/pages.tsx';
import { standingText } from '../parts/words.ts';
import { Say, useSay } from '../say.tsx';

/** All relying parties, in the order of their ids, with a search in those that were read. */
export function RelyingParties() {
  const { say, name, number } = useSay();
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLowerCase();
  const fits = (rp: RelyingPartyRecord) => `${rp.rpId} ${rp.name}`.toLowerCase().includes(wanted);
  const read = async (after: string | undefined) => {
    const query = { limit: 200, ...(after === undefined ? {} : { after }) };
    const { relyingParties, next } = await call(listRelyingPartiesCall, { query });
    return { items: relyingParties, next };
  };
  return (
    <Page title={{ zh: '依赖方', en: 'Relying parties' }}>
      <div class="row">
        <Field
          name="search"
          label={{ zh: '按名称或编号查找', en: 'Find by name or id' }}
          value=""
          onInput={setSearch}
        />
        <a class="button" id="add-rp" href="#/rps/add">
          <Say zh="添加依赖方" en="Add a relying party" />
        </a>
      </div>
      <Pages
        read={read}
        wanted={wanted === '' ? undefined : fits}
        empty={{ zh: '没有符合的依赖方', en: 'There is no relying party like that' }}
      >
        {(relyingParties) => (
          <ul class="list">
            {relyingParties.map((rp) => (
              <li key={rp.rpId}>
                <a href={`#/rps/${rp.rpId}`}>{name(rp.name)}</a>
                <span>
                  <code>{rp.rpId}</code>
                </span>
                <span class={rp.standing}>
                  {say(standingText[rp.standing])}
                  {rp.underWatch ? (
                    <>
                      {' · '}
                      <Say zh="观察中" en="under watch" />
                    </>
                  ) : null}
                </span>
                <span>
                  <Say zh={`${number(rp.counters)} 个柜台`} en={`${number(rp.counters)} counters`} />
                </span>
              </li>
            ))}
          </ul>
        )}
      </Pages>
    </Page>
  );
}
