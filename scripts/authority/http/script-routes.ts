import type { FastifyInstance } from 'fastify';
import { Value } from 'typebox/value';
import { Problem } from '../../../shared/problem.ts';
import type { AuthorityPorts } from '../ports/authority-ports.ts';
import type { Scenario } from '../ports/scenarios.ts';
import { Act, AnyScenario } from '../script/scenario-schemas.ts';
import { check } from './check.ts';

const loopback = new Set(['127.0.0.1', '::1', '::ffff:127.0.0.1']);

/**
 * `/sandbox/v1/script`: what tests, the demo and the bench ask the authority to play; `/sandbox/v1/engines`: which engines it
 * decides by. Reached from this machine only.
 */
export function addScriptRoutes(app: FastifyInstance, ports: AuthorityPorts): void {
  const { engines, scenarios, keys, store, now } = ports;
  const path = '/sandbox/v1/script';
  app.register(async (script) => {
    script.addHook('onRequest', async ({ ip }) => {
      if (!loopback.has(ip)) throw new Problem('not-found');
    });

    script.get(path, () => ({ scenarios: scenarios.list() }));

    script.get('/sandbox/v1/engines', async () => ({
      face: { ...engines.face.id, ...(await engines.face.health()) },
      voice: { ...engines.voice.id, ...(await engines.voice.health()) },
    }));

    script.post(path, (request, reply) => {
      if (Value.Check(Act, request.body)) {
        const { name } = request.body;
        if (name === 'rotated-key') keys.rotate(now());
        if (name === 'forgive') {
          store.strikes.forgive();
          store.tries.forgive();
        }
        if (name === 'forget-samples') store.seen.forget();
        return reply.code(200).send({ done: name });
      }
      const scenario: Scenario = check(AnyScenario, request.body);
      return reply.code(201).send({ id: scenarios.add(scenario) });
    });

    script.delete(path, (_request, reply) => {
      scenarios.clear();
      return reply.code(204).send();
    });

    script.delete<{ Params: { id: string } }>(`${path}/:id`, (request, reply) => {
      if (!scenarios.remove(request.params.id)) throw new Problem('not-found');
      return reply.code(204).send();
    });
  });
}
