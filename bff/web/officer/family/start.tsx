import { Act } from '../../staff/parts/act.tsx';
import { Say } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';

/** What else is done here: somebody answers for a family member from now on, or for nobody any more. */
export function FamilyStart() {
  const { run } = useWork();
  return (
    <section aria-labelledby="family-title" class="family">
      <h2 id="family-title">
        <Say zh="亲属绑定" en="Family" />
      </h2>
      <div class="row">
        <Act work={() => run.begin('family')} id="bind-child">
          <Say zh="绑定 16 岁以下的孩子" en="Bind a child under 16" />
        </Act>
        <Act work={() => run.begin('family', true)} id="bind-grown">
          <Say zh="绑定 16 岁及以上的家人" en="Bind somebody of 16 or older" />
        </Act>
        <Act work={() => run.begin('revoke')} id="revoke">
          <Say zh="本人要求解除绑定" en="Somebody wants no guardian any more" />
        </Act>
      </div>
      <p class="soft">
        <Say
          zh="绑定：监护人和家人都到场，监护人带手机和身份证。孩子带户口簿或出生医学证明，16 岁及以上的带身份证、拍本人的脸、自己同意。解除：满 18 周岁的本人带身份证，不用手机。"
          en="To bind: both are here, the guardian with phone and ID card. A child with the household register or the birth certificate; from 16 on with the ID card, the own face and the own consent. To end it: they come themselves, 18 or older, with the card and no phone."
        />
      </p>
    </section>
  );
}
