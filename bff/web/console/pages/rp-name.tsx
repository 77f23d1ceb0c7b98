import {
  type RelyingPartyRecord,
  renameRelyingPartyCall,
} from '../../../../shared/contract/operator/relying-parties.ts';
import { Field, Form, typed } from '../../staff/parts/form.tsx';
import { Say } from '../../staff/say.tsx';
import { call } from '../call/call.ts';
import { RegistrarToken } from '../parts/registrar-token.tsx';

/** Another brand name, which the authority's registrar registers first. */
export function RpName({ rp, reload }: { rp: RelyingPartyRecord; reload: () => Promise<void> }) {
  const { rpId, version } = rp;
  return (
    <Form
      id="rename"
      quiet
      label={{ zh: '名称', en: 'Name' }}
      submit={{ zh: '登记新名称', en: 'Register the new name' }}
      done={{ zh: '新名称已登记', en: 'The new name is registered' }}
      send={(form) =>
        call(renameRelyingPartyCall, {
          params: { rpId },
          body: { version, name: typed(form, 'rp-name') },
        }).then(reload)
      }
    >
      <p class="soft">
        <Say
          zh="每个柜台要在自己的页面续期登记之后，客人才看到新名称。"
          en="Guests read the new name at each counter once its registration is renewed, on the counter's own page."
        />
      </p>
      <Field
        name="rp-name"
        value={rp.name}
        label={{ zh: '名称', en: 'Name' }}
        hint={{
          zh: '可先写中文，空一格再写英文',
          en: 'Chinese first, then, after a space, English',
        }}
        maxLength={60}
        required
      />
      <RegistrarToken />
    </Form>
  );
}
