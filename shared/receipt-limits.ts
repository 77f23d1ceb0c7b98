const day = 24 * 60 * 60 * 1000;

/** Receipts and what their holders report, each with its reason: a part of `limits`, in milliseconds and bytes. */

/** What somebody may still want to look up; older checks are of no use to anybody but a thief. */
export const receiptsKept = 50;
export const receiptAge = 90 * day;
/** A family that was together goes home and opens it; then the guardian's phone lets go of the key that reads it. */
export const wardCopyKept = 7 * day;
/** As long as the phone shows a record of its own: who has not looked by then looks no more, and a thief gets no longer history. */
export const receiptRetention = 90 * day;
/** A receipt with the three longest names and its report form takes some 2.4 KB: all are as long, so that no length tells a place. */
export const receiptPlaintext = 3 * 1024;
/** Who was asked for more says so at home, or after the trip; for so long a nullifier is remembered, and afterwards none is taken. */
export const reportAge = 14 * day;
/** Below it a sum could be laid at the door of one guest; and it grows by as many at a time, so that nobody sees one being added. */
export const reportsTogether = 5;
/** This year's sums and those of the same month a year before. */
export const reportRetention = 400 * day;
