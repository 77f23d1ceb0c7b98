import { join } from 'node:path';
import { addOfficerCall, inviteOfficerCall } from '../../../shared/contract/authority/administrator.ts';
import type { RunningSandbox } from '../../sandbox/start-processes.ts';
import { callJson } from '../../stand-ins/call-json.ts';
import { readPerson } from '../../stand-ins/phone/read-people.ts';

const people = join(import.meta.dirname, '..', '..', 'people');

/** Makes a citizen one of the first officers, at the first point or at a counter. @returns the link by which they register a passkey */
export async function appoint(
  { authorityUrl, sandbox }: Pick<RunningSandbox, 'authorityUrl' | 'sandbox'>,
  citizen: string,
  at: { pointId: string } | { rpId: string; counterId: string } = { pointId: 'acp_point-01' },
): Promise<string> {
  const { name, idNumber } = await readPerson(people, citizen);
  const headers = { authorization: `Bearer ${sandbox.authority.administratorToken}` };
  const body = { name, legalName: name, idNumber, at, first: true };
  const url = authorityUrl + addOfficerCall.path;
  const { officerId } = await callJson({ url, headers, body }, addOfficerCall.answer);
  const path = inviteOfficerCall.path.replace(':officerId', officerId);
  const inviting = { url: authorityUrl + path, headers, body: {} };
  const { link } = await callJson(inviting, inviteOfficerCall.answer);
  return link;
}
