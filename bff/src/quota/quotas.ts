import type { ErrorCode } from '../../../shared/errors.ts';
import * as limits from '../../../shared/limits.ts';
import type { QuotaName, Room } from '../ports/quotas.ts';

/**
 * What is made: a bucket of `atOnce`, into which one more comes each `every` milliseconds. In the process where a restart may forget
 * it, in the database where it costs the operator money or space.
 */
export interface Rate {
  counts: 'made';
  kept: 'process' | 'database';
  atOnce: number;
  every: number;
}

/** What this process holds open. */
export interface Open {
  counts: 'open';
  most: number;
  full: Room['full'];
}

/** Live sessions, counted as they are stored. */
export interface Live {
  counts: 'live';
  kind: 'sessions-of-counter' | 'sessions-of-rp' | 'checks-of-device' | 'applications-of-device';
  most: number;
}

export type Quota = (Rate | Open | Live) & { beyond: ErrorCode };

type Amount = Pick<Rate, 'atOnce' | 'every'>;

const made = (kept: Rate['kept'], amount: Amount, beyond: ErrorCode = 'too-many-requests'): Quota => ({
  counts: 'made',
  kept,
  ...amount,
  beyond,
});
const sms = (amount: Amount) => made('database', amount, 'sms-too-many');
const live = (kind: Live['kind'], most: number): Quota => ({
  counts: 'live',
  kind,
  most,
  beyond: 'too-many-requests',
});
const open = (most: number, full: Room['full'], beyond: ErrorCode = 'too-many-requests'): Quota => ({
  counts: 'open',
  most,
  full,
  beyond,
});

/** Every quota of every principal; the numbers and their reasons stand in `shared/limits.ts`. */
export const quotas: Readonly<Record<QuotaName, Quota>> = {
  'calls-by-network': made('process', limits.callsPerNetwork),
  'calls-by-device': made('process', limits.callsPerDevice),
  'calls-by-holder': made('process', limits.callsPerHolder),
  'calls-by-counter': made('process', limits.callsPerCounter),
  'calls-by-rp': made('process', limits.callsPerRp),
  'calls-by-operator': made('process', limits.callsPerOperator),
  'calls-by-officer': made('process', limits.callsPerOfficer),
  'officer-sign-ins-by-network': made('process', limits.officerSignInsPerNetwork),
  'raises-by-officer': made('database', limits.raisesOpenedPerOfficer),
  'assists-by-officer': made('database', limits.assistsPerOfficer),
  'look-ups-by-officer': made('database', limits.lookUpsPerOfficer),
  'appointments-by-holder': made('database', limits.appointmentsPerHolder),
  'cancellations-by-holder': made('database', limits.cancellationsPerHolder),
  'sign-ins-by-network': made('process', limits.signInsPerNetwork),
  'sign-ins-by-operator': made('database', limits.signInsPerOperator),
  'invites-by-operator': made('database', limits.invitesPerOperator),
  'pairings-by-network': made('process', limits.pairingsPerNetwork),
  'pairing-looks-by-network': made('process', limits.pairingLooksPerNetwork),

  'logins-by-network': made('process', limits.loginsPerNetwork),
  'login-proofs': made('database', limits.loginProofs),
  'takeovers-by-holder': made('database', limits.takeoversPerHolder),
  'assertions-by-counter': made('database', limits.assertionsPerCounter),
  'device-polls-by-counter': made('database', limits.devicePollsPerCounter),
  'page-tokens-by-counter': made('process', limits.pageTokensPerCounter),
  'user-codes-by-network': made('process', limits.userCodesPerNetwork),
  'platform-logins-by-network': made('process', limits.platformLoginsPerNetwork),
  'platform-logins-by-device': made('process', limits.platformLoginsPerDevice),
  'platform-calls': open(limits.platformCalls, 'refuse', 'platform-busy'),
  'platform-calls-by-network': open(limits.platformCallsPerNetwork, 'refuse', 'platform-busy'),
  'sms-pause-by-number': sms({ atOnce: 1, every: limits.smsPause }),
  'sms-by-number': sms(limits.smsPerNumber),
  'sms-by-device': sms(limits.smsPerDevice),
  'sms-by-network': sms(limits.smsPerNetwork),
  'platform-faces-by-holder': made('database', limits.platformFacePerHolder),

  'applications-by-holder': made('database', limits.applicationsPerHolder),
  'exports-by-holder': made('database', limits.exportsPerHolder),
  'moves-by-holder': made('database', limits.credentialMovesPerHolder),
  'soter-challenges-by-network': made('process', limits.loginsPerNetwork),
  'meetings-by-holder': made('database', limits.meetingsPerHolder),
  'meetings-joined-by-holder': made('database', limits.meetingsJoinedPerHolder),
  'delegation-changes-by-holder': made('database', limits.delegationChangesPerHolder),
  'ward-codes-by-holder': made('database', limits.wardCodesPerHolder),
  'ward-codes-by-counter': made('database', limits.wardCodesTypedPerCounter),
  'arrivals-by-network': made('process', limits.arrivalsPerNetwork),
  'arrivals-by-device': made('process', limits.arrivalsPerDevice),
  'arrivals-by-session': made('database', limits.arrivalsPerSession),
  'arrivals-by-session-and-network': made('database', limits.arrivalsPerSessionAndNetwork),
  'sessions-by-counter': made('database', limits.sessionsPerCounter),
  'sessions-by-rp': made('database', limits.sessionsPerRp),
  'words-by-counter': made('process', limits.wordsPerCounter),
  'code-pictures-by-counter': made('process', limits.codePicturesPerCounter),
  'live-applications-by-device': live('applications-of-device', limits.liveApplications),
  'live-checks-by-device': live('checks-of-device', limits.liveChecks),
  'live-sessions-by-counter': live('sessions-of-counter', limits.liveSessionsPerCounter),
  'live-sessions-by-rp': live('sessions-of-rp', limits.liveSessionsPerRp),

  'long-polls-by-device': open(limits.longPollsPerDevice, 'oldest-goes'),
  'long-polls-by-counter': open(limits.longPollsPerCounter, 'oldest-goes'),
  'event-streams-by-counter': open(limits.eventStreamsPerCounter, 'refuse'),
  'code-pictures-by-rp': open(limits.codePicturesAtOncePerRp, 'refuse'),
  'code-pictures': open(limits.codePicturesAtOnce, 'refuse'),
  'event-streams-by-rp': open(limits.eventStreamsPerRp, 'refuse'),
  'event-streams-by-page-token': open(limits.eventStreamsPerPageToken, 'refuse'),
  uploads: open(limits.relaysInFlight, 'largest-share-shrinks', 'relay-busy'),
  'uploads-by-device': open(limits.uploadsPerDevice, 'oldest-goes', 'relay-busy'),
  'uploads-by-sample': open(1, 'oldest-goes', 'relay-busy'),

  'receipt-reads-by-network': made('process', limits.receiptReadsPerNetwork),
  'reports-by-network': made('process', limits.reportsPerNetwork),

  'webhooks-by-rp': made('database', limits.webhooksMadePerRp),
  'tests-by-webhook': made('process', limits.webhookTests),
};
