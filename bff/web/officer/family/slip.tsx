import { dateInChina } from '../../../../shared/china-calendar.ts';
import { hashConsentText } from '../../../../shared/consent/hash-consent-text.ts';
import { textsForFamily } from '../../../../shared/consent/texts-for-family.ts';
import { relationTexts } from '../../../../shared/family.ts';
import { referenceOf } from '../../../../shared/reference.ts';
import { scenes } from '../../../../shared/scenes.ts';
import { Say, useSay } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import type { Raise } from '../desk/to-check.ts';
import { workOf } from '../desk/work-words.ts';

/**
 * The receipt of a ward, who has no phone to keep one: what was bound or ended, where and when, how long it lasts and how it is ended. Nobody's name stands on it.
 * It is printed, and kept nowhere.
 */
export function Slip({ raise }: { raise: Raise }) {
  const { shift } = useWork();
  const { say, name } = useSay();
  const { view, bound, endedAt } = raise;
  const work = workOf(view);
  const { phone: agreed } = textsForFamily.kin;
  if (view.state !== 'passed' || work === 'raise' || (work === 'family' && bound === undefined)) return null;
  return (
    <>
      <button type="button" id="print-slip" onClick={() => print()}>
        <Say zh="打印家人的回执" en="Print their slip" />
      </button>
      <article class="slip">
        <h2>
          {work === 'family' ? (
            <Say zh="亲属绑定回执" en="Slip: a guardian was bound" />
          ) : (
            <Say zh="解除绑定回执" en="Slip: no guardian any more" />
          )}
        </h2>
        <p>
          {name(shift.point?.name ?? shift.name)} · {dateInChina(endedAt ?? view.serverTime)} ·{' '}
          <Say zh="编号" en="Reference" /> {referenceOf(view.sessionId)}
        </p>
        {bound === undefined ? (
          <p>
            <Say
              zh="从现在起，没有人可以替您亮证。要重新绑定，请带身份证与监护人一起到受理点。"
              en="From now on nobody may show a credential for you. To bind somebody anew come here with your ID card and with them."
            />
          </p>
        ) : (
          <>
            <p>
              <Say zh="您是监护人的：" en="To the guardian you are: " />
              {say(relationTexts[bound.relation])}
            </p>
            <p>
              <Say zh="监护人可以替您办理：" en="The guardian may act for you for: " />
              {bound.scenes.map((scene) => say(scenes[scene].text)).join(say({ zh: '、', en: ', ' }))}
            </p>
            <p>
              <Say
                zh="有效一年，由监护人每年续期；满 14 周岁、满 18 周岁的当天自动结束。每次都要看您本人的脸。"
                en="It lasts a year and is renewed yearly by the guardian; it ends by itself on the 14th and the 18th birthday. Each time your own face is taken."
              />
            </p>
            {bound.consents === false ? null : (
              <>
                <p>
                  <Say
                    zh="认证方登记了您的人脸特征，只用来和您本人比对；不再有监护人替您办理时马上删除。您单独看过并同意的话："
                    en="The authority has enrolled what tells your face, to compare it with you alone; it is deleted at once when nobody acts for you any more. What you read alone and agreed to:"
                  />{' '}
                  {agreed.title[bound.consents.language]} {agreed.words[bound.consents.language]}
                </p>
                <p>
                  <Say zh="说明的版本" en="Version of these words" /> {bound.consents.version} ·{' '}
                  <Say zh="校验值" en="Sum" /> {hashConsentText(agreed, bound.consents.language)}
                </p>
              </>
            )}
            <p>
              <Say
                zh="不想要了：满 18 周岁的，带身份证到任何一个受理点，当场解除，不用监护人同意；孩子由监护人在手机上解除。每次办理您都有一份自己的回执：向终端或监护人要二维码，用任何手机都能打开。"
                en="To end it: from 18 on come to any acceptance point with your ID card; it is ended at once, and the guardian is not asked. For a child the guardian ends it on the phone. Of each use you have a receipt of your own: ask the terminal or the guardian for its code, which any phone opens."
              />
            </p>
          </>
        )}
      </article>
    </>
  );
}
