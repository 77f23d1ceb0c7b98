import { useState } from 'preact/hooks';
import {
  addTerminalOwnerCall,
  listTerminalOwnersCall,
  revokeTerminalOwnerCall,
} from '../../../../shared/contract/operator/terminal-owners.ts';
import { asId, type RpId } from '../../../../shared/ids.ts';
import { Part } from '../../staff/parts/facts.tsx';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Pages } from '../../staff/parts/pages.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { BackToRp } from '../parts/back-to-rp.tsx';
import { RegisteredList } from '../parts/registered-list.tsx';

/** Who answers for a relying party's self-service terminals: who there is, and a new one. */
export function TerminalOwners({ rpId }: { rpId: RpId }) {
  const [added, setAdded] = useState(0);
  const read = async (after: string | undefined) => {
    const query = { rpId, ...(after === undefined ? {} : { after }) };
    const { terminalOwners, next } = await call(listTerminalOwnersCall, { query });
    return { items: terminalOwners.map(({ ownerId: id, ...rest }) => ({ id, ...rest })), next };
  };
  async function add(form: FormData): Promise<void> {
    const ownerId = asId('own', typed(form, 'owner-id'));
    await call(addTerminalOwnerCall, { body: { ownerId, rpId, name: typed(form, 'owner-name') } });
    setAdded(added + 1);
  }
  const close = (id: string) =>
    call(revokeTerminalOwnerCall, { params: { ownerId: asId('own', id) }, body: { reason: 'closed' } });
  return (
    <Page title={{ zh: `${rpId} 的终端责任方`, en: `Owners of terminals of ${rpId}` }}>
      <BackToRp rpId={rpId} />
      <p class="soft">
        <Say
          zh="终端责任方是对自助终端负责的单位。"
          en="An owner of terminals is the company or office that answers for self-service terminals."
        />
      </p>
      <Pages
        read={read}
        by={String(added)}
        empty={{ zh: '还没有终端责任方', en: 'There is no owner of terminals yet' }}
      >
        {(items, reload) => (
          <RegisteredList
            items={items}
            close={(id) => close(id).then(reload)}
            label={{ zh: '撤下', en: 'Remove' }}
            done={{ zh: '终端责任方已撤下', en: 'The owner of terminals is removed' }}
            means={{
              zh: '它从此不能再负责任何终端，也不能恢复；编号不能再用。',
              en: 'It answers for no terminal any more and never comes back; its id is not used again.',
            }}
          />
        )}
      </Pages>
      <Part id="new" title={{ zh: '添加终端责任方', en: 'Add an owner of terminals' }}>
        <Form
          key={added}
          id="new-owner"
          label={{ zh: '添加终端责任方', en: 'Add an owner of terminals' }}
          submit={{ zh: '添加终端责任方', en: 'Add the owner of terminals' }}
          done={{ zh: '终端责任方已添加', en: 'The owner of terminals is there' }}
          send={add}
        >
          <Field
            name="owner-id"
            label={{ zh: '编号', en: 'Id' }}
            hint={{
              zh: '以 own_ 开头，小写字母、数字和连字符，例如 own_my-hotel；以后不能改',
              en: 'Begins with own_; small letters, digits and hyphens, as own_my-hotel. It stays for good',
            }}
            pattern="own_[a-z0-9\-]{2,40}"
            required
          />
          <Field name="owner-name" label={{ zh: '名称', en: 'Name' }} maxLength={60} required />
        </Form>
      </Part>
    </Page>
  );
}
