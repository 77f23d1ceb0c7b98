import {
  changeScenesCall,
  type RelyingPartyRecord,
} from '../../../../shared/contract/operator/relying-parties.ts';
import type { ScenesChosen } from '../../../../shared/contract/operator/terms.ts';
import { wordPolicies } from '../../../../shared/counter-word.ts';
import { levelText } from '../../../../shared/levels.ts';
import { purposeText, sceneNames, scenes } from '../../../../shared/scenes.ts';
import { call } from '../call/call.ts';
import { Form } from '../parts/form.tsx';
import { proposeInstead } from '../parts/propose.tsx';
import { wordPolicyText } from '../parts/words.ts';
import { useSay } from '../say.tsx';

/** Which business types a relying party has, and when the guest says three digits there. What is weaker takes two operators. */
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

/** The closed list of business types, each with its own counter word where that may be chosen. */
export function SceneChoice({ rp }: { rp?: RelyingPartyRecord }) {
  const { say } = useSay();
  return (
    <fieldset class="scenes">
      <legend>{say({ zh: '业务类型', en: 'Business types' })}</legend>
      {sceneNames.map((scene) => {
        const policy = rp?.scenes.find((each) => each.scene === scene);
        const { level, text, purposes } = scenes[scene];
        return (
          <div key={scene} class="scene">
            <label class="check">
              <input type="checkbox" name="scene" value={scene} defaultChecked={policy !== undefined} />
              <span>
                {say(text)}{' '}
                <small class="soft">
                  {purposes.map((purpose) => say(purposeText[purpose])).join(say({ zh: '、', en: ', ' }))}
                  {' · '}
                  {say(levelText[policy?.level ?? level])}
                </small>
              </span>
            </label>
            {level === 'strict' ? (
              <span class="soft">{say({ zh: '柜台口令每次都要', en: 'the counter word always' })}</span>
            ) : (
              <label class="field">
                <span class="spoken">{say(text)} </span>
                {say({ zh: '柜台口令', en: 'Counter word' })}
                <select name={`word-${scene}`} value={policy?.counterWord ?? 'late'}>
                  {wordPolicies.map((word) => (
                    <option key={word} value={word}>
                      {say(wordPolicyText[word])}
                    </option>
                  ))}
                </select>
              </label>
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

/** What was chosen; purposes and levels of a scene that was there stay as they were. */
export function chosenIn(form: FormData, before?: RelyingPartyRecord): ScenesChosen {
  const chosen = form.getAll('scene');
  return sceneNames
    .filter((scene) => chosen.includes(scene))
    .map((scene) => {
      const word = wordPolicies.find((each) => each === form.get(`word-${scene}`));
      const kept = before?.scenes.find((each) => each.scene === scene);
      return {
        scene,
        ...(kept === undefined ? {} : { purposes: kept.purposes, level: kept.level }),
        ...(word === undefined ? {} : { counterWord: word }),
      };
    });
}
