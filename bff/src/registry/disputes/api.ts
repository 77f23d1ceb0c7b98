import * as disputes from '../../../../shared/contract/operator/disputes.ts';
import { type OperatorApi, operatorRoute } from '../../http/routes/route.ts';
import { listDisputes, readDispute } from './read-disputes.ts';
import { resolveDispute } from './resolve-dispute.ts';

/** What operators do with disputes. */
export const disputesForOperators: OperatorApi = {
  listDisputes: operatorRoute(disputes.listDisputesCall, (ports, { query }) => listDisputes(ports, query)),
  showDispute: operatorRoute(disputes.showDisputeCall, (ports, { params }) =>
    readDispute(ports, params.disputeId),
  ),
  resolveDispute: operatorRoute(disputes.resolveDisputeCall, (ports, { caller, params, body }) =>
    resolveDispute(ports, caller, params.disputeId, body.outcome),
  ),
};
