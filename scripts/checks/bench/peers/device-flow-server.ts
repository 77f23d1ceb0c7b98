// oidc-provider with its device flow (RFC 8628), storage in memory as it comes, clients that authenticate by private_key_jwt
// (ES256) and ID tokens signed with ES256: what the BFF does too.
import { randomBytes } from 'node:crypto';
import Provider from 'oidc-provider';
import { requireEnv, serveListener } from '../../../program/program.ts';
import { makeSigningKey } from '../../../stand-ins/authority/signing-key.ts';

const clientId = 'counter';
/** The pages that oidc-provider shows by itself, or one bare answer that logs in and consents in one step. */
const ownPages = requireEnv('BENCH_INTERACTIONS') === 'pages';
const signer = makeSigningKey();

serveListener((issuer) => {
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        grant_types: ['urn:ietf:params:oauth:grant-type:device_code'],
        response_types: [],
        redirect_uris: [],
        token_endpoint_auth_method: 'private_key_jwt',
        token_endpoint_auth_signing_alg: 'ES256',
        id_token_signed_response_alg: 'ES256',
        jwks: { keys: [JSON.parse(requireEnv('BENCH_CLIENT_KEY'))] },
      },
    ],
    jwks: {
      keys: [{ ...signer.privateKey.export({ format: 'jwk' }), kid: 'sign-1', alg: 'ES256', use: 'sig' }],
    },
    clientAuthMethods: ['private_key_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['ES256'], idTokenSigningAlgValues: ['ES256'] },
    features: { deviceFlow: { enabled: true }, devInteractions: { enabled: ownPages } },
    ...(ownPages
      ? {}
      : { interactions: { url: (_: unknown, { uid }: { uid: string }) => `/interaction/${uid}` } }),
    cookies: { keys: [randomBytes(32).toString('hex')] },
    findAccount: (_: unknown, accountId: string) => ({ accountId, claims: () => ({ sub: accountId }) }),
    ttl: { AccessToken: 600, DeviceCode: 600, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
  });
  const answer = provider.callback();
  return (request, response) => {
    const own = ownPages || request.url?.startsWith('/interaction/') !== true;
    (own ? answer(request, response) : agree(request, response)).catch(() => response.destroy());
  };

  async function agree(...[request, response]: Parameters<typeof answer>): Promise<void> {
    const accountId = `citizen-${randomBytes(8).toString('hex')}`;
    await provider.interactionDetails(request, response);
    const grant = new provider.Grant({ accountId, clientId });
    grant.addOIDCScope('openid');
    const consent = { grantId: await grant.save() };
    await provider.interactionFinished(
      request,
      response,
      { login: { accountId }, consent },
      { mergeWithLastSubmission: false },
    );
  }
});
