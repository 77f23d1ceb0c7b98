import { ReadReceiptBody, ReceiptAnswer } from '../../../../../../shared/contract/receipt/01-read-receipt.ts';
import { ReportBody } from '../../../../../../shared/contract/receipt/02-report.ts';
import {
  ReportSums,
  ReportSumsAnswer,
  ReportSumsOfRp,
  readAllReportSumsCall,
} from '../../../../../../shared/contract/receipt/03-report-sums.ts';
import { type Entries, named, told } from '../../entry.ts';
import { sample, signed } from '../../samples.ts';

/** What phones fetch and report without saying who they are, and what is told of the reports. */
export const receiptSchemas: Entries = {
  ReadReceiptBody: told(
    ReadReceiptBody,
    { zh: '凭条的存放位置', en: 'Where the receipt lies.' },
    { locator: ['What the phone chose as it asked for the challenge: 16 bytes, base64url.', sample.ticket] },
  ),
  Receipt: told(
    ReceiptAnswer,
    { zh: '密封的凭条', en: 'A receipt that one device alone can open; made up where there is none.' },
    {
      sealed: ['HPKE (RFC 9180), info `LZ-RECEIPT/1`: 3,120 bytes, base64url.', 'q'.repeat(4160)],
      leaf: ['The Merkle leaf hash (RFC 6962) of the session: 32 bytes, base64url.', sample.coordinateY],
      keyList: ['The keys to check the receipt by: a JWS by the authority’s root.', signed.keyList],
    },
  ),
  ReportBody: told(
    ReportBody,
    { zh: '柜台还要了什么', en: 'What the counter wanted though the check had passed.' },
    {
      report: [
        'The form in the receipt: a JWS (`typ: lz-report+jwt`) by the authority, good once.',
        signed.report,
      ],
      asked: ['What was wanted, each once.', ['card', 'copy']],
    },
  ),
  ReportSums: named(ReportSums, {
    zh: '一个月的反映',
    en: 'What holders reported of the checks of one month.',
  }),
  Reports: named(ReportSumsAnswer, { zh: '按月的反映', en: 'What holders reported, by month.' }),
  ReportSumsOfRp: named(ReportSumsOfRp, {
    zh: '一个依赖方一个月的反映',
    en: 'What holders reported of one relying party in one month.',
  }),
  AllReports: named(readAllReportSumsCall.answer, { zh: '一页反映', en: 'A page of what holders reported.' }),
};
