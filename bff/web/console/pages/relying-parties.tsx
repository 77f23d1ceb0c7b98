import { useEffect, useState } from 'preact/hooks';
import { listRelyingPartiesCall } from '../../../../shared/contract/operator/relying-parties.ts';
import { Field } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { standingText } from '../parts/words.ts';

/** Milliseconds after the last key until what is typed is looked for. */
const typingRest = 300;

/** All relying parties in the order of their ids, or those of which id or name begin as is typed: any of them is found. */
export function RelyingParties() {
  const { say, name, number } = useSay();
  const [text, setText] = useState('');
  const [find, setFind] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setFind(text.trim()), typingRest);
    return () => clearTimeout(timer);
  }, [text]);
  const read = async (after: string | undefined) => {
    const query = { ...(find === '' ? {} : { find }), ...(after === undefined ? {} : { after }) };
    const { relyingParties, next } = await call(listRelyingPartiesCall, { query });
    return { items: relyingParties, next };
  };
  return (
    <Page title={{ zh: '依赖方', en: 'Relying parties' }}>
      <Field
        name="search"
        label={{ zh: '按名称或编号查找', en: 'Find by name or id' }}
        hint={{
          zh: '从开头输入：编号、名称，或名称里空格后的一个词；在全部依赖方里查找',
          en: 'Type how it begins: the id, the name, or a word of the name. All relying parties are looked through',
        }}
        value=""
        maxLength={60}
        onInput={setText}
      />
      <p class="row">
        <a class="button" id="add-rp" href="#/rps/add">
          <Say zh="添加依赖方" en="Add a relying party" />
        </a>
        <a class="button" id="import-many" href="#/rps/import">
          <Say zh="批量导入" en="Import many" />
        </a>
      </p>
      <Pages
        read={read}
        by={find}
        empty={
          find === ''
            ? { zh: '还没有依赖方', en: 'There is no relying party yet' }
            : { zh: '没有这样开头的依赖方', en: 'No relying party begins so' }
        }
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
