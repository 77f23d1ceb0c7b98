export * from './assist-limits.ts';
export * from './credential-limits.ts';
export * from './device-flow-limits.ts';
export * from './family-limits.ts';
export * from './http-limits.ts';
export * from './key-limits.ts';
export * from './late-scan-limits.ts';
export * from './operator-limits.ts';
export * from './page-limits.ts';
export * from './quota-limits.ts';
export * from './raise-limits.ts';
export * from './receipt-limits.ts';
export * from './storage-limits.ts';
export * from './stream-limits.ts';
export * from './webhook-limits.ts';

/**
 * Every lifetime, size and count of the product, in one place, each with its reason; those of quotas, headers, credentials,
 * keys, pages, operators, receipts, acceptance points, families, event streams and webhooks in the files that are exported above.
 * Times in milliseconds, sizes in bytes, unless the name says otherwise.
 */
const second = 1000;
const minute = 60 * second;

/** A photographed code dies before it can be sent on and scanned elsewhere; a slow scan is just scanned again. */
export const counterCodeMaxAge = 5 * second;
/** A counter's clock follows the server's; one step of rounding and the network are all that may differ. */
export const counterCodeMaxAhead = 2 * second;

/** Each deadline that can cost somebody something is shown this long before (WCAG 2.2.1 asks for 20 s). */
export const deadlineShown = 20 * second;
/** The longest a counter waits for a guest to find the phone. */
export const openLifetime = 3 * minute;
/** Time to read who asks, and to agree or decline, without haste. */
export const claimedLifetime = 2 * minute;
/** Two prompts take about 10 s and six digits about 6 s; the rest is for the slow and for one slip. */
export const challengeLifetime = 60 * second;
/** Reading ten digits aloud three times takes about 25 s on top of the prompts. */
export const applyChallengeLifetime = 120 * second;
/** The platform shows pages of its own before it takes a face, and opens them anew for who left them. */
export const platformChallengeLifetime = 3 * minute;
/** Each time the platform is asked to take a face costs the operator; nobody leaves its page by mistake more often. */
export const platformFaceTries = 5;
/** Each of these makes the authority ask the platform after all open pages: two for each try, and the repeats of a bad line. */
export const platformFaceCalls = 30;
/** A phone waits for it, and the BFF a little longer than this. */
export const platformFaceTimeout = 5 * second;
/** A platform or an authority that is up takes a connection within a fraction of this; the rest of the call's time is for the answer. */
export const connectTimeout = 3 * second;
/** The largest documented answer of a platform's face verifier is below 1 KB. */
export const platformFaceAnswer = 16 * 1024;
/** Three checks with every page left halfway twice over: more within an hour is no person at a desk. */
export const platformFacePerHolder = { atOnce: 30, every: 2 * minute } as const;
/** A phone waits for the login; platforms answer within half a second or are down. */
export const platformCallTimeout = 5 * second;
/** The largest documented answer of a platform's login is below 2 KB. */
export const platformAnswer = 64 * 1024;
/** WeChat renews its access token this long before the old one ends, and takes both meanwhile. */
export const platformTokenMargin = 5 * minute;
/** After a challenge ran out the phone may still ask for another attempt this long. */
export const challengeGrace = 60 * second;
/** The longest challenge and its grace, for every challenge: when a check runs out must not tell who takes the face. */
export const challengedLifetime = 4 * minute;
/** A refused clock must not cost a citizen the check: phone clocks are often some seconds off. */
export const clockSkew = 30 * second;
/** Clocks set by hand, or to another time zone, are ahead by less; beyond it the phone's own clock is heard when signed things are judged. */
export const phoneClockAheadMost = 24 * 60 * minute;
/** A clock that turns out to be off by less was not why a proof was refused: the BFF bears ten times as much. */
export const proofDateSlack = 3 * second;
/** The end of the year 9999, epoch milliseconds: no clock says more, and a date that is later could not be written. */
export const lastMoment = 253_402_300_799_999;
/** Past this an undecided check is given up as a fault of ours; the authority decides within seconds. */
export const decidingLifetime = 60 * second;
/**
 * An attempt that brings a credential lives from its first challenge to the end of its deciding for less than this: what the
 * authority has issued longer ago and nobody has here is nobody's.
 */
export const issueGrace = 5 * minute;
/** How often the authority is asked what has changed: a credential that a citizen replaced elsewhere is void here as soon. */
export const followEvery = 10 * second;
/** How often both sides are compared from the beginning; each finds only what a fault or a restored backup left behind. */
export const reconcileEvery = 60 * minute;
/** Credentials in one page of that comparison: some 12 KB, and a few milliseconds. */
export const credentialsPerPage = 200;
/** After a verdict that could not be read, or was refused, the authority is asked again: soon, but not in a tight loop. */
export const verdictPause = 500;
/** The authority looks nothing up for long; a phone waits for these calls. */
export const authorityCallTimeout = 5 * second;
/** For a face check the authority asks a platform, twice at most; the phone gives up later still. */
export const authorityPlatformTimeout = 12 * second;
/** A call that waits for the verdict may come back this much later than agreed. */
export const authorityWaitMargin = 5 * second;
/** Calls that wait have connections of their own, so that many undecided checks never hold up an upload. */
export const authorityWaits = 256;
/** An engine that has not answered by then is given up, so that the phone hears of another attempt before the check ends. */
export const engineTimeout = 45 * second;
/** The application's own lifetime before its challenge: consent and the identity form are filled in within. */
export const applicationLifetime = 15 * minute;
/** All of a check, from its opening through more time, every attempt and the counter word, at the slowest: a counter is told this end, the same for everybody. */
export const checkLifetimeMost = 50 * minute;
/** A borderline sample may be tried again: honest people succeed by the third, attackers gain little. */
export const attemptsPerSession = 3;
/** The phone may read its own result this long; afterwards the BFF forgets which device took part. */
export const claimMemory = 10 * minute;
/** An RP may read a result again this long, so that a crash of its own loses nothing. */
export const resultRetention = 24 * 60 * minute;
/** A stolen holder token is useless without the device key; it is short-lived all the same. */
export const holderTokenLifetime = 10 * minute;
export const rpTokenLifetime = 10 * minute;
/** A counter fetches its next token this long before the old one runs out, so that no call meets the end of it. */
export const rpTokenMargin = 30 * second;
/** Verified tokens that are kept ready by each surface: checking one anew costs a signature. */
export const keptTokens = 5000;
/** RFC 7523: an assertion is for one request. */
export const clientAssertionMaxLifetime = 5 * minute;
/**
 * A counter needs one token each ten minutes; a client that fetches one for each request, at one a second with bursts, is served too.
 * Each assertion takes 130 bytes of the database for seven minutes: never more than 150 KB a counter.
 */
export const assertionsPerCounter = { atOnce: 600, every: 1 * second } as const;
/** A message takes seconds, sometimes a minute or two; a code that lies about longer is for others to find. */
export const smsCodeLifetime = 5 * minute;
/** What people can copy from one screen to another without looking twice. */
export const smsCodeDigits = 6;
/** One slip of the finger or two; with a million codes five guesses find one in 200,000. */
export const smsCodeGuesses = 5;
/** A provider that failed is left alone so long, and nobody is told to wait for its message. */
export const smsOutage = 10 * second;
/** RFC 9449 section 11.1: a proof is for one request made now. */
export const dpopProofMaxAge = 30 * second;
/** A proof is below 1 KB; longer ones are not looked at. */
export const dpopProof = 4096;
/** New proofs of all logins together. Each takes 130 bytes of the database for two minutes: never more than 50 MB. */
export const loginProofs = { atOnce: 200_000, every: 1 } as const;
/** The server's DPoP nonce changes this often; the previous one still counts. */
export const dpopNonceLifetime = 3 * minute;
/** Devices whose keys are kept ready: importing a key costs a third of checking a signature. */
export const keptProofKeys = 5000;

/** What one operator proposes another approves within a working day, or it has changed meanwhile. */
export const proposalLifetime = 24 * 60 * minute;
/** Streams and long polls of who was revoked end within a second, in every process: two looks and some room. */
export const registryLook = 400;
/** Every process has looked long before. */
export const registryChangesKept = 60 * minute;
/** Entries of a page of the registry where nobody asks for more or fewer. */
export const registryPage = 50;
/** How many phrases of a person are held against new ones: more than anybody speaks in a day of failing. */
export const phrasesRemembered = 24;

/** JSON bodies of every call: the largest legal one is below 4 KB. */
export const jsonBody = 16 * 1024;
/** Levels of nesting; the contract has two. */
export const jsonDepth = 8;
/** A scanned text: the longest code with a long host name. */
export const scannedCode = 300;
/** The same with what apps hang on to an address, percent-encoded twice; the code is cut out of it before it is sent. */
export const scannedText = 2_000;
/** Ten 640x480 JPEGs at good quality are about 400 KB; envelopes above this are not from our phone. */
export const sampleEnvelope = 1024 * 1024;
/** The smallest envelope: one padding step, its header and tags. */
export const sampleEnvelopeMin = 16 * 1024;
/** Characters of a device's word that it sealed a sample: about 520 are needed. */
export const sampleWord = 800;
/** What is sealed of a face or a voice: an envelope less its header, its tags and the padding, with room to spare. */
export const facePlaintext = 960 * 1024;
export const voicePlaintext = 960 * 1024;
/** Letters of a name: the longest that are registered have some forty. */
export const personName = 50;
/** What is typed of a person: the longest name and the rest need a third of it. */
export const identityPlaintext = 1024;
/** Forty frames are listed in less than 3 KB. */
export const sampleManifest = 8 * 1024;
/** An ID photo and its header fit into one envelope. */
export const idPhoto = 900 * 1024;
/** What phones take by default has 24 million pixels; the authority decodes no more, and no phone lets more be chosen. */
export const idPhotoPixels = 25_000_000;
/** Pixels of its longer side where a browser makes it: a face on it is well above what the authority needs. */
export const idPhotoSide = 1_280;
export const framesPerSample = 40;
/** A frame's share of its envelope holds no real picture of more pixels; a made-up one would cost seconds of the only engine. */
export const framePixels = 5_000_000;
/** Pixels of a frame's longer side: more of them decide no better, and cost the network. */
export const frameSide = 640;
/** A frame by a browser: eleven, a whole face sample, stay below 200 KB on a slow network; half the size decides as well. */
export const frameJpeg = 18_000;
/** A preview takes a moment to appear after its page has; a phone that is asked for its camera longer has none. */
export const previewPatience = 5 * second;
/** A camera that nobody uses is let go: a light that stays on alarms, and the battery is the person's. */
export const cameraIdle = 60 * second;
/** Milliseconds between two positions of the light on the card: more often, a mini-program's page has much to redraw. */
export const tiltEvery = 120;
/** Samples a second of a recorded voice: the rate at which speech is compared; more would only cost the network. */
export const voiceRate = 16_000;
/** More digits than a check has read aloud, which are six; an application has thirty, at another pace and of another length. */
export const checkDigitsMost = 12;
/** The authority takes up to 12 s for the digits of a check. */
export const phraseRecording = 11_500;
/** A voice sample holds 30 s of 16 kHz WAV: the ten digits three times. */
export const enrolmentRecording = 29_500;
/** Seconds that a compressed recording may unfold to: the longest one, a recorder that stops late, and what codecs pad. */
export const recordingSeconds = 32;
/** Decoding the longest recording takes half a second, and starting the thread as long on a busy machine. */
export const recordingDecoded = 10 * second;
/** Recordings that are decoded at the same time, each in a thread of its own; others wait their turn. */
export const recordingsAtOnce = 2;
/** A signed verdict, challenge or key list. */
export const signedText = 16 * 1024;
/** An upload that stalls holds a place that another phone needs. */
export const uploadTimeout = 20 * second;
export const headersTimeout = 10 * second;
/** How often slow headers and bodies are looked for: what is cut is cut this much late at most. */
export const connectionCheck = 1 * second;
/** All headers of a request together: a token and a proof are about 1 KB each. */
export const requestHeaders = 16 * 1024;
/** No browser names more languages than fit into this many characters. */
export const acceptLanguage = 200;
/** How long a refused sender who is still sending has to read why. */
export const refusalReadTime = 2 * second;
/** At 256 uploads at once p99 was 2.2 s; beyond these a sender is asked to come back in a second. */
export const relaysInFlight = 64;
export const relayRetryAfterSeconds = 1;
/** An application sends four samples, and each of them at once. */
export const uploadsPerDevice = 4;
/** Bytes that an upload must bring in a window: a tenth of what a poor mobile network carries. Slower ones take a place for nothing. */
export const uploadWindow = 5 * second;
export const uploadLeast = 16 * 1024;
/** How long requests that are under way may go on once the process is told to stop: an upload and its answer. */
export const stopRequests = 5 * second;
/** What the log may take to be written then. */
export const stopLog = 1 * second;
/** When all ends regardless, whatever still hangs. */
export const stopAll = 10 * second;
/** Who has read the keys and the API document may keep them this long; a new key is seen by everybody soon after. */
export const publicDocumentSeconds = 5 * 60;
/** A phone on a slow network is not yet a phone without one. */
export const phoneRequestTimeout = 15 * second;
/** With pauses of 0.5, 1, 2 and 4 s a restart of ours passes unnoticed, and nobody waits long for what does not pass. */
export const phoneTries = 5;
export const phoneFirstPause = 500;
/** A BFF that asks for more is left to the person to come back to. */
export const phoneLongestPause = 8 * second;
/** While the person reads who asks, the phone looks this often whether the counter has ended the check. */
export const phoneLooksEvery = 4 * second;
/** Looking takes a phone some 30 ms; between two looks it is to stay cool, and nobody holds a phone still for less. */
export const codeLookedForEvery = 150;
/** Pixels of a picture's longer side: the modules of a counter's code, from an arm's length, are three wide. */
export const codePictureSide = 800;
/** A long poll ends before proxies cut it. */
export const longPollSeconds = 25;
/** The authority decides within seconds; who waits longer is told that it takes longer. */
export const longWait = 12 * second;

/** Tries to apply as one person from one phone that did not fit: two applications with all their attempts. */
export const triesPerPair = 6;
/** As whomever: a family that shares a phone, each with a wrong character once. */
export const triesPerApplicant = 15;
/** From all phones that never passed as the person: a guess at a face is to cost more phones than it is worth. */
export const triesPerPerson = 40;
export const triesWindow = 6 * 60 * minute;
/** How often the authority forgets what has run out while it runs: at once would be a write for each, a day too many rows. */
export const authorityForgets = 10 * minute;
/** Wrong faces, replays and pictures: five in a row, and the credential rests. */
export const failuresBeforeLock = 5;
export const lockDuration = 30 * minute;
