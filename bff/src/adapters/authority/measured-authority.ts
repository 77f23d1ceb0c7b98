import { Problem } from '../../../../shared/problem.ts';
import type { Authority } from '../../ports/authority.ts';
import type { Measures } from '../../ports/ports.ts';

type Noting = Pick<Measures, 'authorityAsked'>;

/** The same authority, with each call timed, by its name here and what came of it. */
export function measuredAuthority(authority: Authority, measures: Noting): Authority {
  const timed =
    <Said extends unknown[], Answer>(call: string, ask: (...said: Said) => Promise<Answer>) =>
    async (...said: Said): Promise<Answer> => {
      const start = performance.now();
      const done = (outcome: Parameters<Noting['authorityAsked']>[1]) =>
        measures.authorityAsked(call, outcome, (performance.now() - start) / 1000);
      try {
        const answer = await ask(...said);
        done('answered');
        return answer;
      } catch (fault) {
        done(fault instanceof Problem && fault.code !== 'authority-unavailable' ? 'refused' : 'unavailable');
        throw fault;
      }
    };
  return {
    demandUp: timed('demand-up', authority.demandUp),
    readKeyList: timed('read-key-list', authority.readKeyList),
    knownKeyList: timed('known-key-list', authority.knownKeyList),
    registrarStands: timed('registrar-stands', authority.registrarStands),
    issueChallenge: timed('issue-challenge', authority.issueChallenge),
    relaySample: timed('relay-sample', authority.relaySample),
    beginFace: timed('begin-face', authority.beginFace),
    endFace: timed('end-face', authority.endFace),
    readVerdict: timed('read-verdict', authority.readVerdict),
    endChallenge: timed('end-challenge', authority.endChallenge),
    readReport: timed('read-report', authority.readReport),
    privateAsker: timed('private-asker', authority.privateAsker),
    voidCredential: timed('void-credential', authority.voidCredential),
    moveCredential: timed('move-credential', authority.moveCredential),
    exportHeld: timed('export-held', authority.exportHeld),
    listCredentials: timed('list-credentials', authority.listCredentials),
    liveAmong: timed('live-among', authority.liveAmong),
    strictAmong: timed('strict-among', authority.strictAmong),
  };
}
