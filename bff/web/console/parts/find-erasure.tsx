import { useState } from 'preact/hooks';
import { type ErasureRecord, readErasureCall } from '../../../../shared/contract/operator/erasures.ts';
import { asId, idPattern } from '../../../../shared/ids.ts';
import type { Text } from '../../../../shared/text.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

const states = {
  done: { zh: '已全部删除，认证方也已删除', en: 'everything is deleted, at the authority too' },
  pending: {
    zh: '这里已删除；认证方暂时联系不上，正在通知',
    en: 'deleted here; the authority could not be reached yet, and is being told',
  },
} as const satisfies Record<ErasureRecord['state'], Text>;

/** Whoever erased an account asks by the number of the receipt: the day, and whether all is done. Nobody learns who it was. */
export function FindErasure() {
  const { say } = useSay();
  const [found, setFound] = useState<ErasureRecord>();
  return (
    <section id="find-erasure">
      <Form
        id="erasure"
        label={{ zh: '查注销', en: 'Find an erasure' }}
        submit={{ zh: '查', en: 'Find' }}
        quiet
        send={async (form) => {
          setFound(undefined);
          const erasureId = asId('ers', typed(form, 'erasure-number'));
          setFound(await call(readErasureCall, { params: { erasureId } }));
        }}
      >
        <Field
          name="erasure-number"
          label={{ zh: '注销凭据编号', en: 'Number of an erasure’s receipt' }}
          hint={{ zh: '以 ers_ 开头，写在对方的凭据上', en: 'It begins with ers_ and stands on the receipt' }}
          pattern={idPattern.ers}
          required
        />
      </Form>
      {found === undefined ? null : (
        <p role="status">
          {found.day}
          {say({ zh: '：', en: ': ' })}
          {say(states[found.state])}
        </p>
      )}
    </section>
  );
}
