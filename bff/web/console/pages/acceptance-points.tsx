import { useState } from 'preact/hooks';
import {
  addAcceptancePointCall,
  listAcceptancePointsCall,
  revokeAcceptancePointCall,
} from '../../../../shared/contract/operator/acceptance-points.ts';
import { asId, type RpId } from '../../../../shared/ids.ts';
import { Part } from '../../staff/parts/facts.tsx';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { BackToRp } from '../parts/back-to-rp.tsx';
import { RegisteredList } from '../parts/registered-list.tsx';

/** Where officers of a relying party see cards: what there is, and a new one. */
export function AcceptancePoints({ rpId }: { rpId: RpId }) {
  const [added, setAdded] = useState(0);
  const read = async (after: string | undefined) => {
    const query = { rpId, ...(after === undefined ? {} : { after }) };
    const { acceptancePoints, next } = await call(listAcceptancePointsCall, { query });
    return { items: acceptancePoints.map(({ acceptancePointId: id, ...rest }) => ({ id, ...rest })), next };
  };
  async function add(form: FormData): Promise<void> {
    const acceptancePointId = asId('acp', typed(form, 'point-id'));
    const [name, place] = [typed(form, 'point-name'), typed(form, 'place')];
    await call(addAcceptancePointCall, { body: { acceptancePointId, rpId, name, place } });
    setAdded(added + 1);
  }
  const close = (id: string) =>
    call(revokeAcceptancePointCall, {
      params: { acceptancePointId: asId('acp', id) },
      body: { reason: 'closed' },
    });
  return (
    <Page title={{ zh: `${rpId} 的受理点`, en: `Acceptance points of ${rpId}` }}>
      <BackToRp rpId={rpId} />
      <p class="soft">
        <Say
          zh="受理点是当面核对身份证、给持证人升级网证的地方。"
          en="Where staff look at ID cards in person, and raise what a holder's credential counts for."
        />
      </p>
      <Pages
        read={read}
        by={String(added)}
        empty={{ zh: '还没有受理点', en: 'There is no acceptance point yet' }}
      >
        {(items, reload) => (
          <RegisteredList
            items={items}
            close={(id) => close(id).then(reload)}
            label={{ zh: '关闭', en: 'Close' }}
            done={{ zh: '受理点已关闭', en: 'The acceptance point is closed' }}
            means={{
              zh: '它从此不能再受理，也不能恢复；编号不能再用。',
              en: 'It accepts nobody any more and never comes back; its id is not used again.',
            }}
          />
        )}
      </Pages>
      <Part id="new" title={{ zh: '添加受理点', en: 'Add an acceptance point' }}>
        <Form
          key={added}
          id="new-point"
          label={{ zh: '添加受理点', en: 'Add an acceptance point' }}
          submit={{ zh: '添加受理点', en: 'Add the acceptance point' }}
          done={{ zh: '受理点已添加', en: 'The acceptance point is there' }}
          send={add}
        >
          <Field
            name="point-id"
            label={{ zh: '编号', en: 'Id' }}
            hint={{
              zh: '以 acp_ 开头，小写字母、数字和连字符，例如 acp_town-hall；以后不能改',
              en: 'Begins with acp_; small letters, digits and hyphens, as acp_town-hall. It stays for good',
            }}
            pattern="acp_[a-z0-9\-]{2,40}"
            required
          />
          <Field
            name="point-name"
            label={{ zh: '名称', en: 'Name' }}
            hint={{ zh: '例如：市民中心 Town Hall', en: 'For example: 市民中心 Town Hall' }}
            maxLength={60}
            required
          />
          <Field name="place" label={{ zh: '地点', en: 'Where it is' }} maxLength={60} required />
        </Form>
      </Part>
    </Page>
  );
}
