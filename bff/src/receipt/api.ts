import { readReceiptCall } from '../../../shared/contract/receipt/01-read-receipt.ts';
import { reportCall } from '../../../shared/contract/receipt/02-report.ts';
import { type HolderApi, openRoute } from '../http/routes/route.ts';
import { readReceipt } from './01-read-receipt.ts';
import { report } from './02-report.ts';

/** What a phone asks for without saying which it is. */
export const receiptsOfPhones: HolderApi = {
  readReceipt: openRoute(readReceiptCall, (ports, { source, body }) =>
    readReceipt(ports, source, body.locator),
  ),
  reportMore: openRoute(reportCall, (ports, { source, body }) => report(ports, source, body)),
};
