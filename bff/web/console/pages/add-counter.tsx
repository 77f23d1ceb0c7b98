import { useState } from 'preact/hooks';
import { addCounterCall } from '../../../../shared/contract/operator/counters.ts';
import type { PublicKey } from '../../../../shared/contract/operator/terms.ts';
import { asId, type RpId } from '../../../../shared/ids.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { call } from '../call/call.ts';
import { KeyInput } from '../parts/key-input.tsx';
import { RegistrarToken } from '../parts/registrar-token.tsx';

/** A counter is added to a relying party, with its first key. */
export function AddCounter({ rpId }: { rpId: RpId }) {
  const [key, setKey] = useState<PublicKey>();
  const [missing, setMissing] = useState(false);
  const suggested = `${rpId.replace(/^rp_/, 'cnt_').slice(0, 40)}-1`;
  async function add(form: FormData): Promise<void> {
    setMissing(key === undefined);
    if (key === undefined) return;
    const counterId = asId('cnt', typed(form, 'counter-id'));
    const [name, place] = [typed(form, 'counter-name'), typed(form, 'place')];
    await call(addCounterCall, { body: { counterId, rpId, name, place, key } });
    location.hash = `#/counters/${counterId}`;
  }
  return (
    <Page title={{ zh: `为 ${rpId} 添加柜台`, en: `Add a counter to ${rpId}` }}>
      <Form
        id="new-counter"
        label={{ zh: '柜台', en: 'Counter' }}
        submit={{ zh: '登记柜台', en: 'Register the counter' }}
        send={add}
      >
        <Field
          name="counter-id"
          value={suggested}
          label={{ zh: '编号（就是它的 client_id）', en: 'Id, which is its client_id' }}
          hint={{
            zh: '以 cnt_ 开头，小写字母、数字和连字符；以后不能改',
            en: 'Begins with cnt_; small letters, digits and hyphens. It stays for good',
          }}
          pattern="cnt_[a-z0-9\-]{2,40}"
          required
        />
        <Field
          name="counter-name"
          label={{ zh: '名称', en: 'Name' }}
          hint={{ zh: '例如：前台一 Reception 1', en: 'For example: 前台一 Reception 1' }}
          maxLength={60}
          required
        />
        <Field name="place" label={{ zh: '地点', en: 'Where it stands' }} maxLength={60} required />
        <KeyInput name={suggested} take={setKey} missing={missing} />
        <RegistrarToken />
      </Form>
    </Page>
  );
}
