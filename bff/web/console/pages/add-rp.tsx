import { addRelyingPartyCall } from '../../../../shared/contract/operator/relying-parties.ts';
import { asId } from '../../../../shared/ids.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { RegistrarToken } from '../parts/registrar-token.tsx';
import { chosenIn, SceneChoice } from './scene-choice.tsx';

/** A relying party is added; its first counter is asked for next. */
export function AddRp() {
  async function add(form: FormData): Promise<void> {
    const rpId = asId('rp', typed(form, 'rp-id'));
    await call(addRelyingPartyCall, { body: { rpId, name: typed(form, 'rp-name'), scenes: chosenIn(form) } });
    location.hash = `#/rps/${rpId}/add-counter`;
  }
  return (
    <Page title={{ zh: '添加依赖方', en: 'Add a relying party' }}>
      <p class="soft">
        <Say
          zh="第 1 步，共 2 步：依赖方。下一步添加它的第一个柜台。"
          en="Step 1 of 2. Its first counter comes next."
        />
      </p>
      <Form
        id="new-rp"
        label={{ zh: '依赖方', en: 'Relying party' }}
        submit={{ zh: '登记依赖方', en: 'Register it' }}
        done={{ zh: '依赖方已登记', en: 'The relying party is registered' }}
        send={add}
      >
        <Field
          name="rp-id"
          label={{ zh: '编号', en: 'Id' }}
          hint={{
            zh: '以 rp_ 开头，小写字母、数字和连字符，例如 rp_my-hotel；以后不能改',
            en: 'Begins with rp_; small letters, digits and hyphens, as rp_my-hotel. It stays for good',
          }}
          pattern="rp_[a-z0-9\-]{2,40}"
          required
        />
        <Field
          name="rp-name"
          label={{ zh: '名称', en: 'Name' }}
          hint={{
            zh: '客人在手机上看到的名称；可先写中文，空一格再写英文',
            en: 'What guests read on their phones; Chinese first, then, after a space, English',
          }}
          maxLength={60}
          required
        />
        <SceneChoice />
        <RegistrarToken />
      </Form>
    </Page>
  );
}
