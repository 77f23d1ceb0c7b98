import { exceptionTexts } from '../../../../shared/raise/decision.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Facts } from '../../staff/parts/facts.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { useWork } from '../at-work.tsx';
import type { Raise } from '../desk/to-check.ts';
import { deskWords, workOf } from '../desk/work-words.ts';
import { FamilyStart } from '../family/start.tsx';
import { Step } from '../step.tsx';

/** Nobody is here: Enter calls the next one. */
export function Ready() {
  const { run, shift } = useWork();
  const { number } = useSay();
  return (
    <Step
      title={{ zh: '可以请下一位', en: 'Ready for the next person' }}
      hint={{
        zh: '按 Enter 键显示二维码。请对方准备好本人身份证和手机，手机里要有自己的网证。',
        en: 'Press Enter to show the code. They need their own ID card, and their phone with their credential on it.',
      }}
      focus="next"
    >
      <Act work={run.begin} id="next" main>
        <Say zh="请下一位" en="Next person" />
      </Act>
      <FamilyStart />
      <Facts
        facts={[
          [{ zh: '今天还可以办理', en: 'Still to be raised today, at most' }, number(shift.raisesLeft)],
          [
            { zh: '等待复核', en: 'Waiting for a review' },
            <a key="reviews" href="#reviews">
              {number(shift.reviewsWaiting)}
            </a>,
          ],
        ]}
      />
    </Step>
  );
}

/** Somebody has scanned: it is said that they have, and not who they are. */
export function Claimed({ raise }: { raise: Raise }) {
  const { run } = useWork();
  const { say } = useSay();
  const { exception, pin } = raise.view;
  if (!deskWords[workOf(raise.view)].byPhone)
    return (
      <Step
        title={{ zh: '这张身份证没有对上', en: 'The card did not match' }}
        hint={{
          zh: '姓名、号码与登记的不一致，或者这张身份证已挂失。什么都没有改变。请核对后重新读取一次；已挂失的，先在手机上撤销挂失，或带新证再来。',
          en: 'Name and number are not as registered, or the card is reported lost. Nothing has changed. Look at the card and read it once more; if it is reported lost, they withdraw the report on their phone first, or bring the new card.',
        }}
        focus="read-again"
      >
        <Act work={run.again} id="read-again" main>
          <Say zh="重新读取" en="Read it again" />
        </Act>
      </Step>
    );
  if (workOf(raise.view) !== 'raise')
    return (
      <Step
        title={{ zh: '监护人已扫码', en: 'The guardian has scanned' }}
        hint={{
          zh: '请稍候：监护人在手机上看清是谁在问，再决定是否同意。请先收下两位的证件，和证明亲属关系的材料。',
          en: 'Please wait: the guardian reads who asks, and decides on the phone. Take the papers of both meanwhile, and what shows that they are family.',
        }}
      />
    );
  return (
    <Step
      title={{ zh: '办理人已扫码', en: 'The applicant has scanned' }}
      hint={{
        zh: '请稍候：对方在手机上看清是谁在问，再决定是否同意。这里不显示是谁；请先收下身份证。',
        en: 'Please wait: they read who asks, and decide on their phone. It is not shown who they are; take their card meanwhile.',
      }}
    >
      {pin === undefined ? (
        <Act work={run.wantPin} id="want-pin">
          <Say zh="对方想设 6 位密码（以后可不刷脸）" en="They want a PIN, to do without a face later" />
        </Act>
      ) : (
        <p class="notice" role="status">
          <Say
            zh="读完身份证后，请对方在这里设 6 位密码。忘了或锁住了，也这样重设。"
            en="After the card they set a PIN here; one that was forgotten or is locked is set anew in this way."
          />
        </p>
      )}
      {exception === undefined ? (
        <>
          <p>
            <Say
              zh="伤病、残障等原因拍不了脸？请在对方同意之前按下面的按钮，最后由两位受理员共同确认。"
              en="Their face cannot be taken, for an injury or a disability? Say so before they agree: two officers then decide together."
            />
          </p>
          <Act
            work={run.except}
            id="except"
            twice={{
              press: { zh: '再按一次：本次不拍脸', en: 'Press again: no face this time' },
              means: {
                zh: '本次不拍脸，需要第二位受理员到场确认。不能撤回，只能结束后重来。',
                en: 'No face will be taken, and a second officer has to confirm here. It cannot be taken back but by beginning again.',
              },
            }}
          >
            <Say zh="拍不了脸" en="No face can be taken" />
          </Act>
        </>
      ) : (
        <p class="notice" role="status">
          {say(exceptionTexts[exception])}
          <Say
            zh="：需要第二位受理员确认，请现在就请他过来。"
            en=": a second officer has to confirm. Call one now."
          />
        </p>
      )}
    </Step>
  );
}

/** All has come: the authority decides, where the word does not wait. */
export function Deciding({ asksWord }: { asksWord: boolean }) {
  return (
    <Step
      title={{ zh: '正在核对', en: 'Checking' }}
      {...(asksWord && { focus: 'word' })}
      hint={{ zh: '请稍候，结果会显示在这里。', en: 'Please wait: the result will appear here.' }}
    />
  );
}
