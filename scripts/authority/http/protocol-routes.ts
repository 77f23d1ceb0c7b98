import type { FastifyInstance } from 'fastify';
import { SampleWordSchema, sampleWordHeader } from '../../../shared/contract/attempt/06-relay.ts';
import {
  AuthorityChallengeBody,
  authorityChallengeCall,
} from '../../../shared/contract/authority/03-challenge.ts';
import { authoritySampleCall } from '../../../shared/contract/authority/06-relay.ts';
import {
  authorityVerdictCall,
  type VerdictAnswer,
  type VerdictClaims,
} from '../../../shared/contract/authority/07-verdict.ts';
import { authorityEndCall } from '../../../shared/contract/authority/end-challenge.ts';
import { authorityKeysCall } from '../../../shared/contract/authority/keys.ts';
import { authorityPrivateAskerCall } from '../../../shared/contract/authority/private-asker.ts';
import * as limits from '../../../shared/limits.ts';
import { Problem } from '../../../shared/problem.ts';
import { issueChallenge } from '../challenge/issue-challenge.ts';
import { decideChallenge } from '../decide/decide-challenge.ts';
import { signKeyList } from '../keys/sign-key-list.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import { privateAsker } from '../registrar/private-asker.ts';
import { takeSample } from '../samples/take-sample.ts';
import { awaitVerdict } from '../verdict/await-verdict.ts';
import { endChallenge } from '../verdict/end-challenge.ts';
import { signVerdict } from '../verdict/sign-verdict.ts';
import { check } from './check.ts';
import { addCredentialRoutes } from './credential-routes.ts';
import { addFaceRoutes } from './face-routes.ts';
import { addFamilyRoutes } from './family-routes.ts';
import { addOfficerRoutes } from './officer-routes.ts';

/**
 * The protocol that the BFF speaks (`shared/contract/authority`).
 * @param deciding decisions under way, so that the authority can end them before it stops
 */
export function addProtocolRoutes(
  app: FastifyInstance,
  ports: AuthorityPorts,
  deciding: Set<Promise<void>>,
): void {
  const decide = (challengeId: string) => {
    const challenge = ports.store.challenges.find(challengeId);
    if (challenge === undefined) return;
    const work = decideChallenge(ports, challenge).finally(() => deciding.delete(work));
    deciding.add(work);
  };
  addFaceRoutes(app, ports, decide);
  addOfficerRoutes(app, ports, decide);

  app.get(authorityKeysCall.path, () => ({ keyList: signKeyList(ports) }));
  app.get(authorityPrivateAskerCall.path, () => privateAsker(ports.keys, ports.now()));

  app.post(authorityChallengeCall.path, { bodyLimit: limits.jsonBody }, (request, reply) => {
    reply.code(authorityChallengeCall.status);
    return issueChallenge(ports, check(AuthorityChallengeBody, request.body));
  });

  app.put(
    authoritySampleCall.path,
    {
      bodyLimit: limits.sampleEnvelope,
      preParsing: (request, _reply, _payload, done) => {
        const length = request.headers['content-length'];
        if (length === undefined) return done(new Problem('length-required'));
        if (Number(length) < limits.sampleEnvelopeMin) return done(new Problem('body-too-small'));
        done();
      },
    },
    (request, reply) => {
      const { challengeId, kind } = check(authoritySampleCall.params, request.params);
      if (!(request.body instanceof Uint8Array)) throw new Problem('content-type-unsupported');
      const word = check(SampleWordSchema, request.headers[sampleWordHeader]);
      const { awaited, complete } = takeSample(ports, challengeId, kind, { envelope: request.body, word });
      if (complete) decide(challengeId);
      return reply.code(authoritySampleCall.status).send({ awaited });
    },
  );

  app.get<{ Querystring: Record<string, string> }>(authorityVerdictCall.path, async (request, reply) => {
    const { challengeId } = check(authorityVerdictCall.params, request.params);
    const { wait, ...others } = request.query;
    const query = check(
      authorityVerdictCall.query,
      wait === undefined ? others : { ...others, wait: Number(wait) },
    );
    const verdict = await awaitVerdict(ports, challengeId, query.wait ?? 0);
    if (verdict === undefined) return reply.code(204).send();
    return answerOf(ports, verdict);
  });

  app.post(authorityEndCall.path, (request, reply) => {
    const verdict = endChallenge(ports, check(authorityEndCall.params, request.params).challengeId);
    if (verdict === undefined) return reply.code(204).send();
    return answerOf(ports, verdict);
  });
  addCredentialRoutes(app, ports);
  addFamilyRoutes(app, ports);
}

/** A verdict that is read, with the receipts that were made with it. */
function answerOf(ports: AuthorityPorts, verdict: VerdictClaims): VerdictAnswer {
  const kept = ports.store.receipts.of(verdict.challengeId);
  const made = kept === undefined || 'forPhone' in kept ? kept : { receipts: kept };
  return { verdict: signVerdict(ports, verdict), ...made };
}
