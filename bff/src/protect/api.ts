import { protectCall } from '../../../shared/contract/protect/01-protect.ts';
import { readConsentsCall, withdrawConsentCall } from '../../../shared/contract/protect/consents.ts';
import { disputeCall } from '../../../shared/contract/protect/dispute.ts';
import { eraseAccountCall } from '../../../shared/contract/protect/erase.ts';
import { exportAllCall } from '../../../shared/contract/protect/export.ts';
import { readNoticesCall } from '../../../shared/contract/protect/notices.ts';
import { strengthenCall } from '../../../shared/contract/protect/strengthen.ts';
import { ticketCall } from '../../../shared/contract/protect/ticket.ts';
import { disputingRoute, type HolderApi, holderRoute, loginRoute } from '../http/routes/route.ts';
import { protectCredential } from './01-protect.ts';
import { disputeTakeOver } from './dispute.ts';
import { disputeCheck } from './dispute-check.ts';
import { eraseAccount } from './erase-account.ts';
import { exportAll } from './export-all.ts';
import { notices } from './notices.ts';
import { strengthen } from './strengthen.ts';
import { ticket } from './ticket.ts';
import { consents, withdrawConsent } from './withdraw-consent.ts';

/** What a phone asks for to protect its credential, beside the attempt. */
export const protectOnPhone: HolderApi = {
  strengthenCredential: holderRoute(strengthenCall, (ports, { caller, body }) =>
    strengthen(ports, caller, body),
  ),
  protectCredential: holderRoute(protectCall, (ports, { caller, body, idempotencyKey }) =>
    protectCredential(ports, caller, body, idempotencyKey),
  ),
  readNotices: holderRoute(readNoticesCall, (ports, { caller, query, signal }) =>
    notices(ports, caller, { after: query.after, wait: query.wait, signal }),
  ),
  readConsents: holderRoute(readConsentsCall, (ports, { caller }) => consents(ports, caller)),
  withdrawConsent: holderRoute(withdrawConsentCall, (ports, { caller, body }) =>
    withdrawConsent(ports, caller, body.subject),
  ),
  exportAll: holderRoute(exportAllCall, (ports, { caller, body }) => exportAll(ports, caller, body)),
  eraseAccount: holderRoute(eraseAccountCall, (ports, { caller }) => eraseAccount(ports, caller)),
  ticket: loginRoute(ticketCall, (ports, { deviceThumbprint }, sign) =>
    ticket(ports, { deviceThumbprint }, sign),
  ),
  dispute: disputingRoute(disputeCall, (ports, { caller, body }) =>
    body.kind === 'check' ? disputeCheck(ports, caller) : disputeTakeOver(ports, caller),
  ),
};
