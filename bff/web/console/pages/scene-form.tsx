import {
  changeScenesCall,
  type RelyingPartyRecord,
} from '../../../../shared/contract/operator/relying-parties.ts';
import { Form } from '../../staff/parts/form.tsx';
import { call } from '../call/call.ts';
import { proposeInstead } from '../parts/propose.tsx';
import { chosenIn, SceneChoice } from './scene-choice.tsx';

/** Which business types a relying party has, for what, at which level, and when the guest says three digits. What is weaker takes two operators. */
export function SceneForm({ rp, reload }: { rp: RelyingPartyRecord; reload: () => Promise<void> }) {
  const { rpId, version } = rp;
  const bodyOf = (form: FormData) => ({ version, scenes: chosenIn(form, rp) });
  return (
    <Form
      id="scenes"
      quiet
      label={{ zh: '业务类型与柜台口令', en: 'Business types and counter word' }}
      submit={{ zh: '保存业务类型', en: 'Save the business types' }}
      done={{ zh: '已保存', en: 'Saved' }}
      send={(form) => call(changeScenesCall, { params: { rpId }, body: bodyOf(form) }).then(reload)}
      whenRefused={(refused, form) =>
        proposeInstead(() => ({ kind: 'weaken-scenes', rpId, ...bodyOf(form) }))(refused)
      }
    >
      <SceneChoice rp={rp} />
    </Form>
  );
}
