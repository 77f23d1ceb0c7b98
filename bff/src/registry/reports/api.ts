import {
  readAllReportSumsCall,
  readReportSumsCall,
} from '../../../../shared/contract/receipt/03-report-sums.ts';
import { type CounterApi, counterRoute, type OperatorApi, operatorRoute } from '../../http/routes/route.ts';
import { readAllReportSums, readReportSums } from './read-report-sums.ts';

/** What a relying party is told of the reports about it. */
export const reportsForCounters: CounterApi = {
  readReports: counterRoute(readReportSumsCall, (ports, { caller }) => readReportSums(ports, caller.rpId)),
};

/** What operators are told of all. */
export const reportsForOperators: OperatorApi = {
  readAllReports: operatorRoute(readAllReportSumsCall, (ports, { query }) => readAllReportSums(ports, query)),
};
