import { useState } from 'preact/hooks';
import {
  approvePairingCall,
  readPairingCall,
  refusePairingCall,
} from '../../../../shared/contract/operator/pairings.ts';
import { Act } from '../../staff/parts/act.tsx';
import { Facts } from '../../staff/parts/facts.tsx';
import { Load } from '../../staff/parts/load.tsx';
import { Page } from '../../staff/parts/page.tsx';
import { Say, useSay } from '../../staff/say.tsx';
import { call } from '../call/call.ts';

/** A command waits for a token: the operator compares the code and approves it, or not. */
export function Pair({ code }: { code: string }) {
  const { time } = useSay();
  const [answered, setAnswered] = useState<'approved' | 'refused'>();
  const params = { code };
  if (answered !== undefined)
    return (
      <Page key={answered} title={{ zh: '命令行配对', en: 'Pair the command' }}>
        <p id="paired">
          {answered === 'approved' ? (
            <Say
              zh="已批准。请回到命令行，它会继续，12 小时内有效。"
              en="Approved. Go back to the command: it goes on by itself, for twelve hours."
            />
          ) : (
            <Say zh="已拒绝，命令行没有得到令牌。" en="Refused: the command got nothing." />
          )}
        </p>
      </Page>
    );
  return (
    <Page title={{ zh: '命令行配对', en: 'Pair the command' }}>
      <Load of={() => call(readPairingCall, { params })}>
        {({ label, network, expiresAt }) => (
          <>
            <p class="pair-code">{code}</p>
            <p>
              <Say
                zh="只有您自己刚在命令行运行了 npm run operator -- token，并且那里显示的就是这个码，才批准。有人发来的码不要批准。"
                en="Approve it only if you ran npm run operator -- token yourself just now and the same code stands there. Never approve a code that somebody sent you."
              />
            </p>
            <Facts
              facts={[
                [{ zh: '哪台机器', en: 'On which machine' }, label],
                [{ zh: '从哪个网络', en: 'From which network' }, network],
                [{ zh: '有效到', en: 'Until' }, time(expiresAt)],
              ]}
            />
            <div class="row">
              <Act
                id="approve"
                main
                work={() => call(approvePairingCall, { params }).then(() => setAnswered('approved'))}
              >
                <Say zh="批准" en="Approve" />
              </Act>
              <Act
                id="refuse"
                work={() => call(refusePairingCall, { params }).then(() => setAnswered('refused'))}
              >
                <Say zh="拒绝" en="Refuse" />
              </Act>
            </div>
          </>
        )}
      </Load>
    </Page>
  );
}
