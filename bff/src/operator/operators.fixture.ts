import type { OperatorSession } from '../../../shared/contract/operator/sign-in.ts';
import { asId } from '../../../shared/ids.ts';
import type { SignedIn, Visiting } from '../ports/callers.ts';
import { testPorts } from '../ports/ports.fixture.ts';
import type { Ports } from '../ports/ports.ts';
import { beginEnrolment, enrol } from './enrol.ts';
import { inviteFirst } from './invite-first.ts';
import { type Asked, optionOf, type SoftPasskey, softPasskey } from './passkey.fixture.ts';
import { beginSignIn, signIn } from './sign-in.ts';

/** The console of the ports of the steps' tests. */
export const here = { origin: 'https://bff.example', rpId: 'bff.example' };

/** A browser, and the token that it keeps in its cookie. */
export function browser(source = '203.0.113.9') {
  const visitor: Visiting & { kept: string | undefined } = {
    source,
    token: undefined,
    kept: undefined,
    keep(token) {
      visitor.kept = token;
    },
  };
  return visitor;
}

export const secretOf = (link: string) => link.slice(link.indexOf('=') + 1);

/** A person with a passkey, who follows a link. */
export async function follow(
  ports: Ports,
  link: string,
  asked: Partial<Asked> = {},
  passkey = softPasskey(),
) {
  const visitor = browser();
  const invite = secretOf(link);
  const { ceremony, options } = await beginEnrolment(ports, { invite }, visitor);
  const challenge = optionOf(options, 'challenge');
  const created = passkey.create({ ...here, challenge, ...asked }, optionOf(options, 'user', 'id'));
  const session = await enrol(ports, { invite, ceremony, passkeyName: 'Laptop', passkey: created }, visitor);
  return { visitor, passkey, session };
}

/** The same person at the door again. */
export async function comeBack(ports: Ports, passkey: SoftPasskey, asked: Partial<Asked> = {}) {
  const visitor = browser();
  const { ceremony, options } = await beginSignIn(ports, visitor);
  const assertion = passkey.sign({ ...here, challenge: optionOf(options, 'challenge'), ...asked });
  return { visitor, ceremony, assertion, session: await signIn(ports, { ceremony, assertion }, visitor) };
}

/** Ports with a first operator, who was invited from the command line. */
export async function withOperator() {
  const world = await testPorts();
  const { link } = await inviteFirst(world.ports, { name: 'First', publicUrl: here.origin });
  return { ...world, ...(await follow(world.ports, link)) };
}

/** As the surface would find them. */
export function callerOf({
  operatorId,
  expiresAt,
  verifiedUntil,
}: Pick<OperatorSession, 'operatorId' | 'expiresAt' | 'verifiedUntil'>): SignedIn {
  const id = asId('opr', operatorId);
  return { operatorId: id, token: '', kind: 'console', expiresAt, idleAt: undefined, verifiedUntil };
}
