import type { FastifyInstance } from 'fastify';
import {
  authorityFaceBeginCall,
  authorityFaceEndCall,
} from '../../../shared/contract/authority/04-platform-face.ts';
import { beginFace } from '../platform-face/begin-face.ts';
import { endFace } from '../platform-face/end-face.ts';
import type { AuthorityPorts } from '../ports.ts';
import { check } from './check.ts';

/** @param decide begins the decision of a challenge whose samples have all come */
export function addFaceRoutes(
  app: FastifyInstance,
  ports: AuthorityPorts,
  decide: (challengeId: string) => void,
): void {
  app.post(authorityFaceBeginCall.path, async (request, reply) => {
    const { challengeId } = check(authorityFaceBeginCall.params, request.params);
    const asked = check(authorityFaceBeginCall.body, request.body);
    const { complete, ...answer } = await beginFace(ports, challengeId, asked);
    if (complete) decide(challengeId);
    return reply.code(authorityFaceBeginCall.status).send(answer);
  });

  app.post(authorityFaceEndCall.path, async (request) => {
    const { challengeId } = check(authorityFaceEndCall.params, request.params);
    const { awaited, complete } = await endFace(
      ports,
      challengeId,
      check(authorityFaceEndCall.body, request.body),
    );
    if (complete) decide(challengeId);
    return { awaited };
  });
}
