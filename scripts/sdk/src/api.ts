// Made of /openapi.json by `npm run sdk:types`. A test holds it to the document.

export type paths = Record<string, never>;
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /**
         * 接下来可以做什么
         * @description 接下来可以做什么。What can be done next, with its text in both languages.
         *
         *     - `fix-request` 请检查请求后再发送 · Correct the request; sending it again unchanged will fail again.
         *     - `fetch-token` 请重新获取访问令牌 · Get a new access token and send the request again.
         *     - `use-new-nonce` 请用应答中的新随机数重试 · Send the request again with the nonce of this answer.
         *     - `update-app` 请关掉亮证，再打开一次，按新的说明选择 · Close the app, open it again, and choose by the new text.
         *     - `log-in-again` 请重新登录 · Sign in again on this phone.
         *     - `check-code` 请对照短信，重新输入验证码 · Check the code in the message and enter it again.
         *     - `new-code` 请重新获取验证码 · Ask for a new code.
         *     - `scan-again` 请重新扫描柜台上的二维码 · Scan the code on the counter again.
         *     - `new-session` 请柜台重新发起一次核验 · Ask the counter to start a new check.
         *     - `apply-first` 请先申请网证，也可以请工作人员人工核验身份证 · Apply for a credential first, or ask the staff to check your card.
         *     - `raise-level` 请带身份证到受理点升级网证，也可以请工作人员人工核验身份证 · Take your ID card to an acceptance point to raise the level, or ask the staff to check your card.
         *     - `unfreeze-first` 请在“管理网证”里解冻后再用，也可以请工作人员人工核验身份证 · Unfreeze it under “Manage” first, or ask the staff to check your card.
         *     - `move-first` 请在 24 小时内把网证迁到这部手机，也可以请工作人员人工核验身份证 · Bring it to this phone within 24 hours, or ask the staff to check your card.
         *     - `visit-point` 请带身份证到受理点，由受理员当面解冻；身份证挂失的，先等挂失到期 · Take your ID card to an acceptance point, where an officer unfreezes it; where the card is reported lost, wait until that report ends.
         *     - `see-family` 请在“家人”里查看；需要时带证件到受理点重新办理 · See “Family”; take your papers to an acceptance point to do it anew where that is needed.
         *     - `capture-again` 请再试一次，按屏幕提示做 · Try again and follow the screen.
         *     - `retry-later` 请稍后重试，也可以请工作人员人工核验身份证 · Try again in a moment, or ask the staff to check your card.
         *     - `ask-staff` 请工作人员人工核验身份证 · Ask the staff to check your card instead.
         *     - `ask-other-officer` 请由另一位受理员办理 · Have another officer do this.
         *     - `read-again` 请重新读取后再修改 · Read it again, then make the change from there.
         *     - `scan-other-phone` 请让对方重新打开“互相确认”，再扫对方的手机 · Ask the other person to open "Confirm each other" again, and scan that phone.
         *     - `let-other-scan` 请让对方用自己的手机来扫 · Let the other person scan it with their own phone.
         *     - `wait-a-day` 请明天再试 · Try again tomorrow.
         *     - `nothing` 无需操作 · Nothing needs to be done.
         *     - `ask-guardian` 请家人的监护人重新取一个家人码，再输入一次 · Ask the guardian for a new family code and type it again.
         *     - `ask-again` 请按间隔再次查询 · Ask again after the interval.
         *     - `use-passkey-again` 请再试一次，并按设备提示完成指纹、面容或 PIN 验证 · Try again, and confirm by finger, face or PIN as your device asks.
         *     - `ask-for-link` 请让另一位运营人员重新发一个链接 · Ask another operator for a new link.
         *     - `verify-again` 请用通行密钥确认后再做；命令行请重新运行 npm run operator -- token · Confirm by your passkey and repeat it; for the command, run npm run operator -- token again.
         *     - `open-console` 请直接打开控制台再操作 · Open the console itself and do it there.
         *     - `add-passkey-first` 请先添加另一个通行密钥 · Add another passkey first.
         *     - `invite-first` 请先邀请另一位运营人员 · Invite another operator first.
         *     - `remove-passkey-first` 请先删除一个不再使用的通行密钥 · Remove one that is no longer used first.
         *     - `pair-again` 请在命令行重新运行 npm run operator -- token · Run npm run operator -- token again, and use the new code.
         *     - `open-shift` 请用通行密钥重新登录上班；如仍不行，请联系管理员 · Begin your shift again with your passkey; if that does not work, ask your administrator.
         *     - `decide-again` 请核对后重新作出决定 · Look at it again and decide anew.
         *     - `serve-anyway` 请直接办理，没有预约也可以 · Serve them all the same: no appointment is needed.
         *     - `raise-officer-first` 请先为这位受理员本人办理彩色网证 · Raise the officer’s own credential to the coloured one first.
         *     - `ask-colleague` 请提出申请，由另一位运营人员批准 · Propose it, and ask another operator to approve it.
         *     - `propose-again` 请重新提出申请 · Propose it again.
         * @example fix-request
         * @enum {string}
         */
        Action: "fix-request" | "fetch-token" | "use-new-nonce" | "update-app" | "log-in-again" | "check-code" | "new-code" | "scan-again" | "new-session" | "apply-first" | "raise-level" | "unfreeze-first" | "move-first" | "visit-point" | "see-family" | "capture-again" | "retry-later" | "ask-staff" | "ask-other-officer" | "read-again" | "scan-other-phone" | "let-other-scan" | "wait-a-day" | "nothing" | "ask-guardian" | "ask-again" | "use-passkey-again" | "ask-for-link" | "verify-again" | "open-console" | "add-passkey-first" | "invite-first" | "remove-passkey-first" | "pair-again" | "open-shift" | "decide-again" | "serve-anyway" | "raise-officer-first" | "ask-colleague" | "propose-again";
        /**
         * 柜台能看到的会话
         * @description 柜台能看到的会话。A session as its counter may see it: all that a counter ever learns. Nothing of it depends on the verdict before the end.
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "openedAt": 1767225600000,
         *       "state": "open",
         *       "version": 1,
         *       "mayExtend": true,
         *       "deadline": 1767225780000
         *     }
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "openedAt": 1767225600000,
         *       "state": "claimed",
         *       "version": 2,
         *       "mayExtend": true,
         *       "deadline": 1767228600000
         *     }
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "openedAt": 1767225600000,
         *       "state": "claimed",
         *       "version": 3,
         *       "mayExtend": true,
         *       "deadline": 1767228600000,
         *       "word": "awaited"
         *     }
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "openedAt": 1767225600000,
         *       "state": "passed",
         *       "version": 6,
         *       "decidedAt": 1767225647000,
         *       "result": "eyJhbGciOiJFUzI1NiIsImtpZCI6InJlc3VsdC0xIiwidHlwIjoibHotcmVzdWx0K2p3dCJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUuY24iLCJhdWQiOiJycF9teS1ob3RlbCIsImp0aSI6InNlc19KMmZUMHFYdjltWWtXYjNMckhzN1F3IiwiaWF0IjoxNzY3MjI1NjQ3LCJleHAiOjE3NjczMTIwNDcsImNvdW50ZXIiOiJjbnRfbXktaG90ZWwtMSIsInNjZW5lIjoiaG90ZWwiLCJsZXZlbCI6ImJhc2ljIiwicHVycG9zZSI6ImNoZWNrLWluIiwib3V0Y29tZSI6InBhc3MiLCJvcGVuZWRBdCI6MTc2NzIyNTYwMDAwMCwiZGVjaWRlZEF0IjoxNzY3MjI1NjQ3MDAwLCJzYW5kYm94IjpmYWxzZX0.sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatu"
         *     }
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "openedAt": 1767225600000,
         *       "state": "failed",
         *       "version": 6,
         *       "decidedAt": 1767225647000,
         *       "result": "eyJhbGciOiJFUzI1NiIsImtpZCI6InJlc3VsdC0xIiwidHlwIjoibHotcmVzdWx0K2p3dCJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUuY24iLCJhdWQiOiJycF9teS1ob3RlbCIsImp0aSI6InNlc19KMmZUMHFYdjltWWtXYjNMckhzN1F3IiwiaWF0IjoxNzY3MjI1NjQ3LCJleHAiOjE3NjczMTIwNDcsImNvdW50ZXIiOiJjbnRfbXktaG90ZWwtMSIsInNjZW5lIjoiaG90ZWwiLCJsZXZlbCI6ImJhc2ljIiwicHVycG9zZSI6ImNoZWNrLWluIiwib3V0Y29tZSI6InBhc3MiLCJvcGVuZWRBdCI6MTc2NzIyNTYwMDAwMCwiZGVjaWRlZEF0IjoxNzY3MjI1NjQ3MDAwLCJzYW5kYm94IjpmYWxzZX0.sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatu"
         *     }
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "openedAt": 1767225600000,
         *       "state": "declined",
         *       "version": 3
         *     }
         */
        CounterView: {
            /**
             * @description The session.
             * @example ses_J2fT0qXv9mYkWb3LrHs7Qw
             */
            sessionId: string;
            /**
             * @description `open`, then `claimed`, then one of the ends: `passed`, `failed`, `declined`, `cancelled`, `expired`, `aborted`.
             * @example passed
             * @enum {string}
             */
            state: "open" | "claimed" | "passed" | "failed" | "declined" | "cancelled" | "expired" | "aborted";
            /**
             * @description Counts from 1 and rises whenever this view shows something else, and only then.
             * @example 6
             */
            version: number;
            /**
             * @description The kind of business, as it was opened.
             * @example hotel
             * @enum {string}
             */
            scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
            /**
             * @description The level that was asked for; not that of the guest’s credential.
             * @example basic
             * @enum {string}
             */
            level: "basic" | "strict";
            /**
             * @description There where somebody scanned and could not go on at once, whatever the cause. Show the code as long as the state is `open`.
             * @example true
             * @constant
             */
            needsMoreTime?: true;
            /**
             * @description There as long as the deadline may be moved by `extend`, which is once.
             * @example true
             * @constant
             */
            mayExtend?: true;
            /**
             * @description The counter word, from the claim to the end, where one is asked for: `awaited`, `again` after one try that did not fit, `taken`.
             * @example taken
             * @enum {string}
             */
            word?: "awaited" | "again" | "taken";
            /**
             * @description Epoch milliseconds by the server’s clock.
             * @example 1767225600000
             */
            openedAt: number;
            /**
             * @description Epoch milliseconds: the state has ended by itself then at the latest. Absent at the end.
             * @example 1767225780000
             */
            deadline?: number;
            /**
             * @description Epoch milliseconds: when the authority decided. There after `passed` and `failed`.
             * @example 1767225647000
             */
            decidedAt?: number;
            /**
             * @description The result token, a JWS (`typ: lz-result+jwt`, ES256) whose claims are ResultClaims; inside a JWE where the relying party registered an encryption key.
             * @example eyJhbGciOiJFUzI1NiIsImtpZCI6InJlc3VsdC0xIiwidHlwIjoibHotcmVzdWx0K2p3dCJ9.eyJpc3MiOiJodHRwczovL2lkLmV4YW1wbGUuY24iLCJhdWQiOiJycF9teS1ob3RlbCIsImp0aSI6InNlc19KMmZUMHFYdjltWWtXYjNMckhzN1F3IiwiaWF0IjoxNzY3MjI1NjQ3LCJleHAiOjE3NjczMTIwNDcsImNvdW50ZXIiOiJjbnRfbXktaG90ZWwtMSIsInNjZW5lIjoiaG90ZWwiLCJsZXZlbCI6ImJhc2ljIiwicHVycG9zZSI6ImNoZWNrLWluIiwib3V0Y29tZSI6InBhc3MiLCJvcGVuZWRBdCI6MTc2NzIyNTYwMDAwMCwiZGVjaWRlZEF0IjoxNzY3MjI1NjQ3MDAwLCJzYW5kYm94IjpmYWxzZX0.sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatur3sGNatu
             */
            result?: string;
        };
        /**
         * 柜台为什么结束
         * @description 柜台为什么结束。Why the counter ends the session.
         * @example {
         *       "reason": "staffed"
         *     }
         */
        EndSessionBody: {
            /**
             * @description `staffed`: the clerk looks at the card, recorded as declined. `abandoned`: nobody is there any more, recorded as cancelled.
             * @example staffed
             * @enum {string}
             */
            reason: "staffed" | "abandoned";
        };
        /**
         * 全部错误代码
         * @description 全部错误代码。Every code, with its text in both languages; `x-problems` of Problem says the rest of each.
         *
         *     - `officer-may-not` 不能为自己或家人办理 · Nobody may do this for themselves or for their family.
         *     - `request-invalid` 请求格式不正确 · The request does not fit the contract.
         *     - `body-not-json` 请求内容不是有效的 JSON · The body is not valid JSON.
         *     - `idempotency-key-missing` 缺少幂等键，或写法不对 · This call needs an Idempotency-Key header: 16 to 255 characters in double quotes, or 16 to 64 letters, digits, - and _ without.
         *     - `not-found` 没有找到 · There is nothing here that you may see.
         *     - `method-not-allowed` 不支持该方法 · This address does not take that method.
         *     - `idempotency-key-reused` 幂等键已用于另一请求 · This Idempotency-Key was used for another request.
         *     - `idempotency-key-busy` 同一件事正在办理 · The same is being done already; its answer is not there yet.
         *     - `length-required` 缺少内容长度 · A Content-Length is needed.
         *     - `body-too-large` 内容过大 · The body is larger than this call takes.
         *     - `body-too-small` 内容过小 · The body is smaller than any valid one.
         *     - `content-type-unsupported` 不支持的内容类型 · The Content-Type is not the one that this call takes.
         *     - `upload-timeout` 上传超时 · The upload took too long.
         *     - `upload-too-slow` 网络太慢，没有传完 · The network is too slow: not all of it could be sent.
         *     - `headers-too-large` 请求头过大 · The headers are too large.
         *     - `token-missing` 缺少访问令牌 · An access token is needed.
         *     - `token-invalid` 访问令牌无效或已过期 · The access token is not valid here, or no longer.
         *     - `dpop-missing` 缺少设备证明 · A DPoP proof is needed.
         *     - `dpop-invalid` 设备证明无效 · The DPoP proof does not fit this request.
         *     - `dpop-replayed` 设备证明已被使用 · The DPoP proof was used before.
         *     - `dpop-nonce-stale` 设备证明的随机数已过期 · The DPoP proof needs the current nonce.
         *     - `device-voided` 您已在另一台手机登录，本机已退出 · You signed in on another phone; this one is signed out.
         *     - `login-refused` 登录未成功 · The platform did not accept the login.
         *     - `soter-refused` 手机的安全验证没有通过 · The secure key of this phone did not confirm the sign-in.
         *     - `sms-too-many` 获取验证码的次数太多了 · Too many codes were asked for.
         *     - `sms-code-wrong` 验证码不正确 · That is not the code from the message.
         *     - `sms-code-over` 验证码已失效 · The code is no longer valid.
         *     - `code-unreadable` 这不是柜台的核验码 · This is not a counter code.
         *     - `code-stale` 二维码已过期 · The code has expired.
         *     - `code-forged` 这个二维码不是柜台生成的 · This code was not made by the counter.
         *     - `session-taken` 这次核验已在另一台手机上进行 · Another phone has taken this check.
         *     - `meeting-code-wrong` 这不是对方手机上的互认码 · This is not the code of another phone.
         *     - `meeting-code-stale` 对方手机上的码已过期 · The other phone's code has expired.
         *     - `meeting-taken` 已有别人扫了这个码 · Somebody else has scanned this code.
         *     - `own-code` 这是您自己的码 · This is your own code.
         *     - `meetings-blocked` 今天已有几个人不同意与您互认，今天不能再发起 · Several people have declined today, so you cannot ask anybody else today.
         *     - `session-over` 这次核验已经结束 · This check is over.
         *     - `extended-already` 时间已经延长过一次，不能再延长 · More time was given once already, which is all there is.
         *     - `step-out-of-order` 现在还不能做这一步 · The session is not at the step that this call belongs to.
         *     - `purpose-not-allowed` 这个业务类型不办理这个事项 · This kind of business does not have that purpose.
         *     - `scene-not-allowed` 这里没有开通这个业务类型 · This relying party is not registered for the scene.
         *     - `counter-unregistered` 本柜台在认证方的登记已过期，请管理员续期 · This counter's registration with the authority has run out: have it renewed.
         *     - `who-asks-unknown` 不能确认谁在核验您，没有拍摄，也没有录音 · Who asks could not be confirmed. Nothing was captured.
         *     - `credential-missing` 您还没有网证 · You have no credential yet.
         *     - `credential-void` 您的网证已失效 · Your credential is void.
         *     - `credential-frozen` 您的网证已冻结 · Your credential is frozen.
         *     - `credential-suspended` 您的网证已暂停使用，等待处理 · Your credential is suspended until it is settled.
         *     - `credential-unusable` 您的网证还没有迁到这部手机 · Your credential has not been brought to this phone yet.
         *     - `credential-state-other` 网证的状态已经变了，这一步现在办不了 · The credential is in another state by now: this cannot be done.
         *     - `credential-locked` 多次没有通过，网证暂停使用 30 分钟 · Too many failed checks: the credential rests for 30 minutes.
         *     - `application-rests` 多次没有通过，请过几个小时再申请，或请工作人员办理 · Too many applications did not pass: apply again some hours later, or ask the staff.
         *     - `level-too-low` 办这件事需要当面核验过的网证 · This needs a credential that was checked in person.
         *     - `consent-missing` 没有同意拍摄人脸，不能用手机核验 · You did not agree to pictures of your face, so the phone cannot be used for this.
         *     - `consent-outdated` 同意的说明已经更新，要按新的说明重新问您 · The text that asks for consent has changed, so you are asked again by the new one.
         *     - `export-refused` 认证方只把这些内容交给网证所在的手机 · The authority gives this to the phone of the credential alone.
         *     - `voice-needed` 这张网证登记过声音，这一步也要听声音。请在“管理网证”里重新办，并同意录音；不方便出声的，看下一句 · A voice was enrolled with this credential, and this step needs it too. Begin again under "Manage" and agree to the recording; if you cannot speak, read on.
         *     - `move-over` 已超过 24 小时，网证不能再迁过来了 · More than 24 hours have passed: the credential cannot be brought along any more.
         *     - `move-rests` 这部手机没有原手机的安全芯片签名，要等一天才能迁网证 · This phone lacks the secure key that the former one had: the credential can be brought along after a day.
         *     - `ticket-over` 已超过十天，或原手机已挂失，不能再提出异议 · The ten days are over, or the phone was reported lost: it can dispute nothing any more.
         *     - `disputed-already` 您已经提出过异议 · This has been disputed already.
         *     - `resolved-already` 这件异议已经处理 · This dispute has been resolved already.
         *     - `delegation-over` 家人委托已结束，或不在这部手机上 · You do not answer for them any more, or not on this phone.
         *     - `delegation-rests` 您自己的网证现在不能用 · Your own credential cannot be used now.
         *     - `delegation-scene` 绑定时没有包括这类业务 · This kind of business was not included.
         *     - `guardian-word-refused` 没有收到监护人的同意，或已过期 · The guardian’s consent is missing or too old.
         *     - `id-taken` 这个编号已被使用 · That id, or that key id, is in use.
         *     - `renewal-early` 到期前 30 天内才能续期 · You can renew within the last 30 days.
         *     - `terminal-unknown` 这台设备不是登记过的终端 · This device is no registered terminal.
         *     - `challenge-expired` 这次拍摄超时了 · The time for this try has run out.
         *     - `sample-not-awaited` 这次不需要这一项 · No sample of this kind is awaited.
         *     - `platform-account-other` 现在的账号与登录时不是同一个 · This is not the account that signed in here.
         *     - `platform-tries-over` 刷脸打开的次数太多了 · The face check was opened too often.
         *     - `sample-refused` 这次拍摄或录音没有被接受 · The authority could not accept what was captured.
         *     - `receipt-key-refused` 凭条密钥没有被接受，请重新打开本应用 · The key for receipts is not this phone’s.
         *     - `report-refused` 这张凭条不能用来反映情况 · This receipt cannot be used for a report.
         *     - `report-late` 已经过了两周，不能再反映 · It is too late: the check was over two weeks ago.
         *     - `report-made` 这次核验您已经反映过了 · You have reported this check before.
         *     - `too-many-requests` 操作太频繁了 · Too many requests.
         *     - `relay-busy` 现在使用的人很多 · Many people are using this at the moment.
         *     - `authority-unavailable` 认证服务暂时不可用 · The authority cannot be reached at this moment.
         *     - `platform-busy` 现在登录的人很多 · Many people are signing in at the moment.
         *     - `platform-unavailable` 平台暂时不可用 · The platform cannot be reached at this moment.
         *     - `storage-busy` 服务现在很忙 · The service is busy at the moment.
         *     - `storage-full` 服务的存储空间用完了，现在办理不了 · The service has no storage left and cannot take anything in at the moment.
         *     - `shutting-down` 服务正在重启 · The service is restarting.
         *     - `internal-fault` 服务出了故障，不是您的问题 · Something went wrong on our side.
         *     - `shift-over` 本次上班已结束，或权限已被收回 · This shift is over, or the right to work here was withdrawn.
         *     - `officer-cap-reached` 今天办理的数量已到上限 · The most that may be done in one day has been done.
         *     - `second-officer-same` 需要另一位受理员确认，不能是同一人 · A second officer has to confirm: not the same one.
         *     - `decision-invalid` 各项回答不一致，或没有选择原因 · The answers do not go together, or a reason is missing.
         *     - `decision-changed` 要确认的内容已变化 · What is to be confirmed has changed since you decided.
         *     - `review-over` 这一件已经处理完毕 · This case has been decided already.
         *     - `appointment-unknown` 没有找到这个预约码 · There is no such appointment at this point.
         *     - `officer-needs-strict` 这个人没有彩色网证，不能担任受理员 · This person has no coloured credential of their own, and cannot be an officer.
         *     - `ward-code-unknown` 没有这个家人码，或已用过、过期 · No such family code, or it is used or over.
         *     - `client-unknown` 客户端认证失败 · The client assertion was not accepted.
         *     - `origin-not-allowed` 该网页来源未登记，不能代表这个柜台 · Pages of this origin are not registered for this counter.
         *     - `page-token-too-narrow` 网页令牌不能用于这个请求，请由您自己的服务器发出 · A page token does not open this call: let your own server make it.
         *     - `grant-unsupported` 不支持的授权类型 · Only client_credentials and device_code, each with private_key_jwt, are supported.
         *     - `grant-invalid` 设备码无效，或已使用过 · The device code is not one of this client, or was used before.
         *     - `scope-unknown` 没有这个业务类型和事项 · The scope is none of scopes_supported: one scene and one purpose of it.
         *     - `device-pending` 核验还没有结束 · The check has not ended yet.
         *     - `device-hurried` 查询太快，间隔已增加 5 秒 · That was too soon: wait five seconds longer from now on.
         *     - `device-code-over` 设备码已失效 · The device code is over.
         *     - `device-denied` 核验没有通过 · The check has ended without a pass.
         *     - `device-flow-not-allowed` 这个依赖方从不使用柜台口令，不能用固定的二维码核验 · A code that stays the same needs the counter word, which this relying party never asks for.
         *     - `user-code-unknown` 没有这个核验码，或它已经失效 · There is no such code, or it is over.
         *     - `passkey-refused` 通行密钥没有通过验证 · The passkey was not accepted, or its owner was not verified.
         *     - `invite-over` 这个链接已失效：用过一次，或超过了 15 分钟 · This link is no longer valid: it was used, or is older than 15 minutes.
         *     - `verification-needed` 做这一步前，请用通行密钥再确认一次是您本人 · This step needs a verification by your passkey within the last five minutes.
         *     - `origin-refused` 请求不是从本控制台的页面发出的 · This request was not made by a page of this console.
         *     - `last-passkey` 这是您最后一个通行密钥 · This is your last passkey.
         *     - `operator-exists` 已经有运营人员了，只能由运营人员邀请 · There is an operator already: only they can invite.
         *     - `last-operator` 这是最后一位运营人员 · This is the last operator.
         *     - `passkeys-too-many` 通行密钥太多了 · There is no room for another passkey.
         *     - `pairing-over` 配对码已失效，或输入有误 · This pairing code is over, or is not a code.
         *     - `idempotency-answer-lost` 已经办好，但当时的结果没有留存：请到列表中查看，不要重复提交 · It was made, but what was answered could not be kept: look for it in its list, and do not send it again.
         *     - `version-stale` 内容已被别人修改 · Somebody else changed it since you read it.
         *     - `key-taken` 这把密钥已登记过 · That key was registered before: each key serves one counter, once.
         *     - `keys-too-many` 这个柜台的密钥已到上限：请先吊销一把，或等旧密钥到期 · This counter has as many keys as it may: revoke one first, or wait until an old one has ended.
         *     - `key-invalid` 这不是有效的 P-256 公钥 · That is not a public key on P-256 with each coordinate in its one spelling.
         *     - `scenes-invalid` 业务类型、用途、等级或柜台口令的设置不相容 · Those scenes, purposes, levels or counter words do not go together.
         *     - `revoked-already` 已被吊销，不能再修改 · It was revoked, and cannot be changed any more.
         *     - `statement-invalid` 登记员的声明无效，或不是关于这个柜台的 · The registrar's statement does not count, or is about something else.
         *     - `name-taken` 这个名称已被其他依赖方登记，或与其过于相似 · That name, or one that looks like it, is registered to another relying party.
         *     - `registrar-token-missing` 需要登记员的令牌 · The authority's registrar has to sign this: its token is needed in the header Registrar-Token.
         *     - `registrar-refused` 登记员没有受理 · The authority's registrar did not take it.
         *     - `registrar-unavailable` 暂时无法联系登记员 · The authority's registrar cannot be reached at this moment.
         *     - `two-operators-needed` 此项修改需要两位运营人员 · That makes something weaker, and needs two operators.
         *     - `own-proposal` 请由另一位运营人员批准：不能是提出人，也不能与提出人有直接或间接的邀请关系（只有两位时，由被邀请的一方提议）；双方在提议前都要已加入满一天 · Let another operator approve it: not who proposed it, nor anybody whom they invited or who invited them, directly or through others (of two alone, the one who was invited proposes); and both must have been operators for a day before it was proposed.
         *     - `proposal-over` 申请已处理或已过期 · That proposal was decided already, or nobody approved it in time.
         *     - `webhook-url-refused` 这个地址不能接收通知：要用 https 和公网地址，不能是本服务自己 · Events cannot be sent to this address: it must be https, public, and not this service itself.
         *     - `webhook-exists` 这个依赖方已有同一地址的 webhook · This RP has a webhook of this URL already.
         *     - `webhooks-too-many` webhook 或密钥的数量已到上限，请先撤销一个，或等旧密钥到期 · There are as many webhooks or secrets as there may be: revoke one first, or wait until an old secret has ended.
         *     - `webhook-over` 这个 webhook 已撤销 · This webhook is revoked.
         *     - `event-forgotten` 这次核验的内容已删除，不能再发送 · What this event told is forgotten and cannot be sent again.
         * @example request-invalid
         * @enum {string}
         */
        ErrorCode: "request-invalid" | "body-not-json" | "idempotency-key-missing" | "not-found" | "method-not-allowed" | "idempotency-key-reused" | "idempotency-key-busy" | "length-required" | "body-too-large" | "body-too-small" | "content-type-unsupported" | "upload-timeout" | "upload-too-slow" | "headers-too-large" | "token-missing" | "token-invalid" | "dpop-missing" | "dpop-invalid" | "dpop-replayed" | "dpop-nonce-stale" | "device-voided" | "login-refused" | "soter-refused" | "sms-too-many" | "sms-code-wrong" | "sms-code-over" | "code-unreadable" | "code-stale" | "code-forged" | "session-taken" | "meeting-code-wrong" | "meeting-code-stale" | "meeting-taken" | "own-code" | "meetings-blocked" | "session-over" | "extended-already" | "step-out-of-order" | "purpose-not-allowed" | "scene-not-allowed" | "counter-unregistered" | "who-asks-unknown" | "credential-missing" | "credential-void" | "credential-frozen" | "credential-suspended" | "credential-unusable" | "credential-state-other" | "credential-locked" | "application-rests" | "level-too-low" | "consent-missing" | "consent-outdated" | "export-refused" | "voice-needed" | "move-over" | "move-rests" | "ticket-over" | "disputed-already" | "resolved-already" | "officer-may-not" | "delegation-over" | "delegation-rests" | "delegation-scene" | "guardian-word-refused" | "id-taken" | "renewal-early" | "terminal-unknown" | "challenge-expired" | "sample-not-awaited" | "platform-account-other" | "platform-tries-over" | "sample-refused" | "receipt-key-refused" | "report-refused" | "report-late" | "report-made" | "too-many-requests" | "relay-busy" | "authority-unavailable" | "platform-busy" | "platform-unavailable" | "storage-busy" | "storage-full" | "shutting-down" | "internal-fault" | "ward-code-unknown" | "shift-over" | "officer-cap-reached" | "second-officer-same" | "decision-invalid" | "decision-changed" | "review-over" | "appointment-unknown" | "officer-needs-strict" | "client-unknown" | "origin-not-allowed" | "page-token-too-narrow" | "grant-unsupported" | "grant-invalid" | "scope-unknown" | "device-pending" | "device-hurried" | "device-code-over" | "device-denied" | "device-flow-not-allowed" | "user-code-unknown" | "passkey-refused" | "invite-over" | "verification-needed" | "origin-refused" | "last-passkey" | "operator-exists" | "last-operator" | "passkeys-too-many" | "pairing-over" | "idempotency-answer-lost" | "version-stale" | "key-taken" | "keys-too-many" | "key-invalid" | "scenes-invalid" | "revoked-already" | "statement-invalid" | "name-taken" | "registrar-token-missing" | "registrar-refused" | "registrar-unavailable" | "two-operators-needed" | "own-proposal" | "proposal-over" | "webhook-url-refused" | "webhook-exists" | "webhooks-too-many" | "webhook-over" | "event-forgotten";
        /**
         * 一个时刻的全部提示
         * @description 一个时刻的全部提示。A moment of a session, and what each audience is told of it.
         * @example {
         *       "moment": "word",
         *       "state": "claimed",
         *       "word": "awaited",
         *       "needsMoreTime": true,
         *       "clerk": {
         *         "title": {
         *           "zh": "云栖酒店管理有限公司",
         *           "en": "Cloud Rest Hotels Ltd"
         *         },
         *         "hint": {
         *           "zh": "云栖酒店管理有限公司",
         *           "en": "Cloud Rest Hotels Ltd"
         *         }
         *       },
         *       "guest": {
         *         "title": {
         *           "zh": "云栖酒店管理有限公司",
         *           "en": "Cloud Rest Hotels Ltd"
         *         },
         *         "hint": {
         *           "zh": "云栖酒店管理有限公司",
         *           "en": "Cloud Rest Hotels Ltd"
         *         }
         *       },
         *       "holder": {
         *         "title": {
         *           "zh": "云栖酒店管理有限公司",
         *           "en": "Cloud Rest Hotels Ltd"
         *         },
         *         "hint": {
         *           "zh": "云栖酒店管理有限公司",
         *           "en": "Cloud Rest Hotels Ltd"
         *         }
         *       },
         *       "integrator": {
         *         "zh": "云栖酒店管理有限公司",
         *         "en": "Cloud Rest Hotels Ltd"
         *       }
         *     }
         */
        Message: {
            /**
             * @description Its name.
             * @example word
             * @enum {string}
             */
            moment: "open" | "more-time" | "claimed" | "word" | "again" | "taken" | "passed" | "failed" | "declined" | "staffed" | "cancelled" | "expired" | "aborted" | "ready";
            /**
             * @description The state of the session then; absent where there is no session.
             * @example claimed
             * @enum {string}
             */
            state?: "open" | "claimed" | "passed" | "failed" | "declined" | "cancelled" | "expired" | "aborted";
            /**
             * @description What `word` of the session is then.
             * @example awaited
             * @enum {string}
             */
            word?: "awaited" | "again" | "taken";
            /**
             * @description There where the session has it then.
             * @example true
             * @constant
             */
            needsMoreTime?: true;
            /** @description On the clerk’s side of the counter. */
            clerk: components["schemas"]["Said"];
            /** @description On the screen that the guest sees, in both languages at once. */
            guest: components["schemas"]["Said"];
            /** @description On the guest’s own phone, where it shares the moment. */
            holder?: components["schemas"]["Said"];
            /** @description For whoever writes a counter’s program, and for its log. */
            integrator: components["schemas"]["Text"];
        };
        /**
         * 柜台两侧的人怎么称呼
         * @description 柜台两侧的人怎么称呼。Who stands on either side of the counter, as that kind of counter calls them.
         * @example {
         *       "scene": "hotel",
         *       "purpose": "collect",
         *       "guest": {
         *         "zh": "云栖酒店管理有限公司",
         *         "en": "Cloud Rest Hotels Ltd"
         *       },
         *       "staff": {
         *         "zh": "云栖酒店管理有限公司",
         *         "en": "Cloud Rest Hotels Ltd"
         *       },
         *       "next": {
         *         "zh": "云栖酒店管理有限公司",
         *         "en": "Cloud Rest Hotels Ltd"
         *       }
         *     }
         */
        MessagePeople: {
            /**
             * @description The kind of business.
             * @example hotel
             * @enum {string}
             */
            scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
            /**
             * @description Of this purpose alone; absent where it is for all others of the scene.
             * @example collect
             * @enum {string}
             */
            purpose?: "check-in" | "visit" | "log-on" | "send" | "collect" | "board-train" | "help-with-train" | "check-bags" | "board-flight" | "buy-ticket" | "enter-venue" | "see-doctor" | "stay-in-hospital" | "fetch-report" | "meet" | "raise" | "bind-family" | "end-family" | "handle-affairs" | "roadside-check" | "open-account" | "change-account" | "new-number" | "replace-sim" | "found-company" | "change-company";
            /** @description In the place of `{guest}`; `{Guest}` begins a sentence. */
            guest: components["schemas"]["Text"];
            /** @description In the place of `{staff}`. */
            staff: components["schemas"]["Text"];
            /** @description In the place of `{next}`, in small letters within a sentence. */
            next: components["schemas"]["Text"];
        };
        /**
         * 提示语总表
         * @description 提示语总表。What to tell whom, in both languages; the counter page says the same.
         * @example {
         *       "messages": [
         *         {
         *           "moment": "open",
         *           "state": "open",
         *           "clerk": {
         *             "title": {
         *               "zh": "请{guest}扫码",
         *               "en": "Ask {guest} to scan"
         *             },
         *             "hint": {
         *               "zh": "其余由{guest}在自己的手机上完成。",
         *               "en": "The rest is done on their own phone."
         *             }
         *           },
         *           "guest": {
         *             "title": {
         *               "zh": "请扫码",
         *               "en": "Please scan"
         *             },
         *             "hint": {
         *               "zh": "用微信、支付宝或手机浏览器",
         *               "en": "With WeChat, Alipay or your browser"
         *             }
         *           },
         *           "integrator": {
         *             "zh": "等待扫码：按服务器时钟每秒显示新的二维码。",
         *             "en": "Nobody has claimed it: show a new code each second by the server’s clock."
         *           }
         *         }
         *       ],
         *       "people": [
         *         {
         *           "scene": "hotel",
         *           "guest": {
         *             "zh": "客人",
         *             "en": "the guest"
         *           },
         *           "staff": {
         *             "zh": "工作人员",
         *             "en": "the clerk"
         *           },
         *           "next": {
         *             "zh": "下一位",
         *             "en": "Next guest"
         *           }
         *         }
         *       ]
         *     }
         */
        MessageTable: {
            /**
             * @description One row a moment.
             * @example [
             *       {
             *         "moment": "open",
             *         "state": "open",
             *         "clerk": {
             *           "title": {
             *             "zh": "请{guest}扫码",
             *             "en": "Ask {guest} to scan"
             *           },
             *           "hint": {
             *             "zh": "其余由{guest}在自己的手机上完成。",
             *             "en": "The rest is done on their own phone."
             *           }
             *         },
             *         "guest": {
             *           "title": {
             *             "zh": "请扫码",
             *             "en": "Please scan"
             *           },
             *           "hint": {
             *             "zh": "用微信、支付宝或手机浏览器",
             *             "en": "With WeChat, Alipay or your browser"
             *           }
             *         },
             *         "integrator": {
             *           "zh": "等待扫码：按服务器时钟每秒显示新的二维码。",
             *           "en": "Nobody has claimed it: show a new code each second by the server’s clock."
             *         }
             *       }
             *     ]
             */
            messages: components["schemas"]["Message"][];
            /**
             * @description Names of people by scene.
             * @example [
             *       {
             *         "scene": "hotel",
             *         "guest": {
             *           "zh": "客人",
             *           "en": "the guest"
             *         },
             *         "staff": {
             *           "zh": "工作人员",
             *           "en": "the clerk"
             *         },
             *         "next": {
             *           "zh": "下一位",
             *           "en": "Next guest"
             *         }
             *       }
             *     ]
             */
            people: components["schemas"]["MessagePeople"][];
        };
        /**
         * 空
         * @description 空。Nothing is left to say.
         * @example {}
         */
        Nothing: Record<string, never>;
        /**
         * 柜台要办理什么
         * @description 柜台要办理什么。What the counter asks for.
         * @example {
         *       "scene": "hotel",
         *       "purpose": "check-in"
         *     }
         */
        OpenSessionBody: {
            /**
             * @description The kind of business. It names the level that is needed; the relying party is registered for some of them.
             * @example hotel
             * @enum {string}
             */
            scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
            /**
             * @description What is done, from the closed list of the scene. The guest reads it before agreeing.
             * @example check-in
             * @enum {string}
             */
            purpose: "check-in" | "visit" | "log-on" | "send" | "collect" | "board-train" | "help-with-train" | "check-bags" | "board-flight" | "buy-ticket" | "enter-venue" | "see-doctor" | "stay-in-hospital" | "fetch-report" | "meet" | "raise" | "bind-family" | "end-family" | "handle-affairs" | "roadside-check" | "open-account" | "change-account" | "new-number" | "replace-sim" | "found-company" | "change-company";
        };
        /**
         * 问题详情（RFC 9457）
         * @description 问题详情（RFC 9457）。Problem details (RFC 9457), as every call answers them.
         * @example {
         *       "type": "urn:liangzheng:problem:session-over",
         *       "title": "This check is over.",
         *       "status": 410,
         *       "detail": "This check is over.",
         *       "code": "session-over",
         *       "retryable": false,
         *       "action": "new-session",
         *       "traceId": "4bf92f3577b34da6a3ce929d0e0e4736",
         *       "serverTime": 1767225609000
         *     }
         */
        Problem: {
            /**
             * @description A URN that holds the code.
             * @example urn:liangzheng:problem:session-over
             */
            type: string;
            /**
             * @description The text of the code, in the language of the answer (`Accept-Language`: Chinese or English).
             * @example This check is over.
             */
            title: string;
            /**
             * @description The HTTP status.
             * @example 410
             */
            status: number;
            /**
             * @description The title and, where a request did not fit, the place in the schema. Nothing that was sent is repeated.
             * @example This check is over.
             */
            detail: string;
            /**
             * @description Stable; what programs go by.
             * @example session-over
             */
            code: components["schemas"]["ErrorCode"];
            /**
             * @description Whether the same request may succeed if it is sent again.
             * @example false
             */
            retryable: boolean;
            /**
             * @description What the person, or the program, can do next.
             * @example new-session
             */
            action: components["schemas"]["Action"];
            /**
             * @description The trace id of `traceparent`, the caller’s own where it sent one: by it both find the request in their logs.
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            traceId: string;
            /**
             * @description Epoch milliseconds by the server’s clock; to phones only.
             * @example 1767225609000
             */
            serverTime?: number;
        };
        /**
         * 结果令牌的声明
         * @description 结果令牌的声明。The claims of a result token. Check the signature by `/.well-known/jwks.json`, `aud`, `jti` and that `sandbox` is false.
         * @example {
         *       "iss": "https://id.example.cn",
         *       "aud": "rp_my-hotel",
         *       "jti": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "iat": 1767225647,
         *       "exp": 1767312047,
         *       "counter": "cnt_my-hotel-1",
         *       "scene": "hotel",
         *       "level": "basic",
         *       "purpose": "check-in",
         *       "outcome": "pass",
         *       "openedAt": 1767225600000,
         *       "decidedAt": 1767225647000,
         *       "sandbox": false
         *     }
         */
        ResultClaims: {
            /**
             * @description The issuer: the public address of this service.
             * @example https://id.example.cn
             */
            iss: string;
            /**
             * @description The relying party: a result is for exactly one.
             * @example rp_my-hotel
             */
            aud: string;
            /**
             * @description The session.
             * @example ses_J2fT0qXv9mYkWb3LrHs7Qw
             */
            jti: string;
            /**
             * @description Epoch seconds: when it was decided.
             * @example 1767225647
             */
            iat: number;
            /**
             * @description Epoch seconds: until then it may be read again.
             * @example 1767312047
             */
            exp: number;
            /**
             * @description The counter that asked.
             * @example cnt_my-hotel-1
             */
            counter: string;
            /**
             * @description The kind of business.
             * @example hotel
             * @enum {string}
             */
            scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
            /**
             * @description The level that was asked for.
             * @example basic
             * @enum {string}
             */
            level: "basic" | "strict";
            /**
             * @description What was done.
             * @example check-in
             */
            purpose: string;
            /**
             * @description What the authority decided.
             * @example pass
             * @enum {string}
             */
            outcome: "pass" | "fail";
            /**
             * @description Epoch milliseconds: when the session was opened.
             * @example 1767225600000
             */
            openedAt: number;
            /**
             * @description Epoch milliseconds: when it was decided.
             * @example 1767225647000
             */
            decidedAt: number;
            /**
             * @description Whether anything that took part was of a sandbox: such a result proves nothing.
             * @example false
             */
            sandbox: boolean;
        };
        /**
         * 一处提示：现状和下一步
         * @description 一处提示：现状和下一步。What is said at one moment. `{guest}`, `{staff}` and `{next}` stand for the people of the scene.
         * @example {
         *       "title": {
         *         "zh": "云栖酒店管理有限公司",
         *         "en": "Cloud Rest Hotels Ltd"
         *       },
         *       "hint": {
         *         "zh": "云栖酒店管理有限公司",
         *         "en": "Cloud Rest Hotels Ltd"
         *       }
         *     }
         */
        Said: {
            /** @description What is. */
            title: components["schemas"]["Text"];
            /** @description What to do next. */
            hint: components["schemas"]["Text"];
        };
        /**
         * 授权服务器元数据
         * @description 授权服务器元数据。RFC 8414: all that an OAuth client needs.
         * @example {
         *       "issuer": "https://id.example",
         *       "token_endpoint": "https://id.example/oauth/token",
         *       "device_authorization_endpoint": "https://id.example/oauth/device_authorization",
         *       "jwks_uri": "https://id.example/.well-known/jwks.json",
         *       "scopes_supported": [
         *         "hotel:check-in",
         *         "hotel:visit"
         *       ],
         *       "response_types_supported": [],
         *       "grant_types_supported": [
         *         "client_credentials"
         *       ],
         *       "token_endpoint_auth_methods_supported": [
         *         "private_key_jwt"
         *       ],
         *       "token_endpoint_auth_signing_alg_values_supported": [
         *         "ES256"
         *       ],
         *       "service_documentation": "https://id.example/docs",
         *       "ui_locales_supported": [
         *         "zh-CN",
         *         "en"
         *       ]
         *     }
         */
        ServerMetadata: {
            /**
             * @description The audience of client assertions, letter for letter.
             * @example https://id.example
             */
            issuer: string;
            /**
             * @description Where tokens are asked for.
             * @example https://id.example/oauth/token
             */
            token_endpoint: string;
            /**
             * @description Where a check is opened as a device flow.
             * @example https://id.example/oauth/device_authorization
             */
            device_authorization_endpoint: string;
            /**
             * @description The keys that result tokens are signed with.
             * @example https://id.example/.well-known/jwks.json
             */
            jwks_uri: string;
            /**
             * @description What a check can be for: a scene and a purpose of it. An RP is registered for some scenes.
             * @example [
             *       "hotel:check-in",
             *       "hotel:visit"
             *     ]
             */
            scopes_supported: string[];
            /**
             * @description Empty: nothing here answers an authorization request.
             * @example []
             */
            response_types_supported: string[];
            /**
             * @description The grants of the token endpoint.
             * @example [
             *       "client_credentials"
             *     ]
             */
            grant_types_supported: string[];
            /**
             * @description How a client proves who it is, at both endpoints.
             * @example [
             *       "private_key_jwt"
             *     ]
             */
            token_endpoint_auth_methods_supported: string[];
            /**
             * @description What assertions are signed with.
             * @example [
             *       "ES256"
             *     ]
             */
            token_endpoint_auth_signing_alg_values_supported: string[];
            /**
             * @description What there is to read.
             * @example https://id.example/docs
             */
            service_documentation: string;
            /**
             * @description The languages of pages and problems (RFC 5646).
             * @example [
             *       "zh-CN",
             *       "en"
             *     ]
             */
            ui_locales_supported: string[];
        };
        /**
         * 柜台显示二维码所需的一切
         * @description 柜台显示二维码所需的一切。A session that was opened: all that a counter needs to show a new code each second without asking again.
         * @example {
         *       "sessionId": "ses_J2fT0qXv9mYkWb3LrHs7Qw",
         *       "rpId": "rp_my-hotel",
         *       "counterId": "cnt_my-hotel-1",
         *       "scene": "hotel",
         *       "purpose": "check-in",
         *       "level": "basic",
         *       "codeBaseUrl": "https://id.example.cn",
         *       "token": "AAECAwQFBgcICQoLDA0ODw",
         *       "secret": "ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8",
         *       "openedAt": 1767225600000,
         *       "serverTime": 1767225600000,
         *       "expiresAt": 1767225780000
         *     }
         */
        Session: {
            /**
             * @description The session. The result token repeats it as `jti`.
             * @example ses_J2fT0qXv9mYkWb3LrHs7Qw
             */
            sessionId: string;
            /**
             * @description The relying party; the code is bound to it.
             * @example rp_my-hotel
             */
            rpId: string;
            /**
             * @description The counter; the code is bound to it.
             * @example cnt_my-hotel-1
             */
            counterId: string;
            /**
             * @description As it was asked for; the code is bound to it.
             * @example hotel
             * @enum {string}
             */
            scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
            /**
             * @description As it was asked for; the code is bound to it.
             * @example check-in
             * @enum {string}
             */
            purpose: "check-in" | "visit" | "log-on" | "send" | "collect" | "board-train" | "help-with-train" | "check-bags" | "board-flight" | "buy-ticket" | "enter-venue" | "see-doctor" | "stay-in-hospital" | "fetch-report" | "meet" | "raise" | "bind-family" | "end-family" | "handle-affairs" | "roadside-check" | "open-account" | "change-account" | "new-number" | "replace-sim" | "found-company" | "change-company";
            /**
             * @description The level of the credential that the scene needs: `basic` applied for online, `strict` checked in person.
             * @example basic
             * @enum {string}
             */
            level: "basic" | "strict";
            /**
             * @description Scheme and host of each code, without a slash at the end.
             * @example https://id.example.cn
             */
            codeBaseUrl: string;
            /**
             * @description Second part of each code: 16 bytes, base64url.
             * @example AAECAwQFBgcICQoLDA0ODw
             */
            token: string;
            /**
             * @description Key of the HMAC of each code: 32 bytes, base64url. It stays at the counter and is never shown.
             * @example ICEiIyQlJicoKSorLC0uLzAxMjM0NTY3ODk6Ozw9Pj8
             */
            secret: string;
            /**
             * @description Epoch milliseconds by the server’s clock: the seconds of a code are counted from here.
             * @example 1767225600000
             */
            openedAt: number;
            /**
             * @description Epoch milliseconds by the server’s clock as this was answered: tells how far the counter’s own clock is off.
             * @example 1767225600000
             */
            serverTime: number;
            /**
             * @description Epoch milliseconds: the session ends then unless it is claimed or extended.
             * @example 1767225780000
             */
            expiresAt: number;
        };
        /**
         * 核验已结束：柜台在结束时看到的内容和结果令牌。
         * @description 核验已结束：柜台在结束时看到的内容和结果令牌。。A session has ended: what its counter sees then, with the result token.
         * @example {
         *       "type": "session.ended",
         *       "timestamp": "2026-12-01T08:00:00.000Z",
         *       "data": {
         *         "counterId": "cnt_my-hotel-desk-1",
         *         "sessionId": "ses_Zm9vYmFyYmF6cXV4MTIzNA",
         *         "version": 4,
         *         "state": "passed",
         *         "scene": "hotel",
         *         "level": "basic",
         *         "openedAt": 1796112000000,
         *         "decidedAt": 1796112060000,
         *         "result": "eyJhbGciOiJFUzI1NiJ9.eyJvdXRjb21lIjoicGFzcyJ9.c2ln"
         *       }
         *     }
         */
        SessionEnded: {
            /**
             * @description What happened.
             * @example session.ended
             * @constant
             */
            type: "session.ended";
            /**
             * @description When the session ended (RFC 3339, UTC, milliseconds): the same in every try and replay.
             * @example 2026-12-01T08:00:00.000Z
             */
            timestamp: string;
            /**
             * @description What its counter sees then.
             * @example {
             *       "counterId": "cnt_my-hotel-desk-1",
             *       "sessionId": "ses_Zm9vYmFyYmF6cXV4MTIzNA",
             *       "version": 4,
             *       "state": "passed",
             *       "scene": "hotel",
             *       "level": "basic",
             *       "openedAt": 1796112000000,
             *       "decidedAt": 1796112060000,
             *       "result": "eyJhbGciOiJFUzI1NiJ9.eyJvdXRjb21lIjoicGFzcyJ9.c2ln"
             *     }
             */
            data: {
                /**
                 * @description The counter that opened the session.
                 * @example cnt_my-hotel-desk-1
                 */
                counterId: string;
                /**
                 * @description The session, as the counter API names it.
                 * @example ses_Zm9vYmFyYmF6cXV4MTIzNA
                 */
                sessionId: string;
                /**
                 * @description How often what the counter is shown of the session has changed; the same as in the counter API.
                 * @example 4
                 */
                version: number;
                /**
                 * @description How it ended. `passed` and `failed` are decisions of the authority and come with `result`; the others are no statement about the person.
                 * @example passed
                 * @enum {string}
                 */
                state: "passed" | "failed" | "declined" | "cancelled" | "expired" | "aborted";
                /**
                 * @description What the check was for.
                 * @example hotel
                 * @enum {string}
                 */
                scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
                /**
                 * @description The level that was asked for.
                 * @example basic
                 * @enum {string}
                 */
                level: "basic" | "strict";
                /**
                 * @description When the counter opened it, in milliseconds since 1970 (UTC).
                 * @example 1796112000000
                 */
                openedAt: number;
                /**
                 * @description When it was decided, in milliseconds since 1970 (UTC); with `passed` and `failed` only.
                 * @example 1796112060000
                 */
                decidedAt?: number;
                /**
                 * @description The result token: a JWS by a key of `/.well-known/jwks.json`, for your RP alone, inside a JWE where you registered an encryption key. With `passed` and `failed` only. Verify it: it, and not `state`, is the proof.
                 * @example eyJhbGciOiJFUzI1NiJ9.eyJvdXRjb21lIjoicGFzcyJ9.c2ln
                 */
                result?: string;
            };
        };
        /**
         * 核验早已结束：会话已删除，只剩如何结束，没有结果令牌。
         * @description 核验早已结束：会话已删除，只剩如何结束，没有结果令牌。。A session has ended, and this is told later than 24 hours after: it is forgotten, and only how it ended is left.
         * @example {
         *       "type": "session.ended",
         *       "timestamp": "2026-12-01T08:00:00.000Z",
         *       "data": {
         *         "sessionId": "ses_Zm9vYmFyYmF6cXV4MTIzNA",
         *         "state": "passed"
         *       }
         *     }
         */
        SessionEndedLate: {
            /**
             * @description What happened.
             * @example session.ended
             * @constant
             */
            type: "session.ended";
            /**
             * @description When the session ended (RFC 3339, UTC, milliseconds): the same in every try and replay.
             * @example 2026-12-01T08:00:00.000Z
             */
            timestamp: string;
            /**
             * @description What is left of it.
             * @example {
             *       "sessionId": "ses_Zm9vYmFyYmF6cXV4MTIzNA",
             *       "state": "passed"
             *     }
             */
            data: {
                /**
                 * @description The session, as the counter API names it.
                 * @example ses_Zm9vYmFyYmF6cXV4MTIzNA
                 */
                sessionId: string;
                /**
                 * @description How it ended. Nothing proves it any more: the result token could be read for 24 hours, here and in the counter API.
                 * @example passed
                 * @enum {string}
                 */
                state: "passed" | "failed" | "declined" | "cancelled" | "expired" | "aborted";
            };
        };
        /**
         * 有人扫了码，还不能继续；不说明原因。
         * @description 有人扫了码，还不能继续；不说明原因。。Somebody scanned and cannot go on at once; never why.
         * @example {
         *       "type": "session.needs-more-time",
         *       "timestamp": "2026-12-01T08:00:00.000Z",
         *       "data": {
         *         "counterId": "cnt_my-hotel-desk-1",
         *         "sessionId": "ses_Zm9vYmFyYmF6cXV4MTIzNA",
         *         "scene": "hotel",
         *         "level": "basic",
         *         "openedAt": 1796112000000
         *       }
         *     }
         */
        SessionNeedsMoreTime: {
            /**
             * @description What happened.
             * @example session.needs-more-time
             * @constant
             */
            type: "session.needs-more-time";
            /**
             * @description When the counter was told (RFC 3339, UTC, milliseconds): the same in every try and replay.
             * @example 2026-12-01T08:00:00.000Z
             */
            timestamp: string;
            /**
             * @description Which session, and what it is for.
             * @example {
             *       "counterId": "cnt_my-hotel-desk-1",
             *       "sessionId": "ses_Zm9vYmFyYmF6cXV4MTIzNA",
             *       "scene": "hotel",
             *       "level": "basic",
             *       "openedAt": 1796112000000
             *     }
             */
            data: {
                /**
                 * @description The counter that opened the session.
                 * @example cnt_my-hotel-desk-1
                 */
                counterId: string;
                /**
                 * @description The session, as the counter API names it.
                 * @example ses_Zm9vYmFyYmF6cXV4MTIzNA
                 */
                sessionId: string;
                /**
                 * @description What the check is for.
                 * @example hotel
                 * @enum {string}
                 */
                scene: "hotel" | "net-bar" | "parcel" | "rail" | "air" | "ticket" | "hospital" | "peer" | "acceptance" | "gov-window" | "traffic" | "bank-account" | "sim-card" | "company";
                /**
                 * @description The level that is asked for.
                 * @example basic
                 * @enum {string}
                 */
                level: "basic" | "strict";
                /**
                 * @description When the counter opened it, in milliseconds since 1970 (UTC).
                 * @example 1796112000000
                 */
                openedAt: number;
            };
        };
        /**
         * 事件流为何结束
         * @description 事件流为何结束。Why a stream ended in good order.
         * @example {
         *       "reason": "token-ends"
         *     }
         */
        StreamEnd: {
            /**
             * @description `token-ends`: come back at once with a fresh token. `restart`: come back after `retry` milliseconds.
             * @example token-ends
             * @enum {string}
             */
            reason: "token-ends" | "restart" | "revoked";
        };
        /**
         * 中英文
         * @description 中英文。A text or a name in both languages.
         * @example {
         *       "zh": "云栖酒店管理有限公司",
         *       "en": "Cloud Rest Hotels Ltd"
         *     }
         */
        Text: {
            /**
             * @description In Simplified Chinese.
             * @example 云栖酒店管理有限公司
             */
            zh: string;
            /**
             * @description In English.
             * @example Cloud Rest Hotels Ltd
             */
            en: string;
        };
        /**
         * 柜台的访问令牌
         * @description 柜台的访问令牌。The counter’s access token; of a device code with the result of the check.
         * @example {
         *       "access_token": "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjbnRfaG90ZWwtMSJ9.c2lnbmF0dXJl",
         *       "token_type": "Bearer",
         *       "expires_in": 600,
         *       "session_id": "ses_AAECAwQFBgcICQoLDA0ODw",
         *       "state": "passed",
         *       "result": "eyJhbGciOiJFUzI1NiIsInR5cCI6Imx6LXJlc3VsdCtqd3QifQ.eyJvdXRjb21lIjoicGFzcyJ9.c2lnbmF0dXJl"
         *     }
         */
        TokenAnswer: {
            /**
             * @description Opens the counter API for this counter, whichever grant it is of. Say nothing of what is in it: it may change.
             * @example eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjbnRfaG90ZWwtMSJ9.c2lnbmF0dXJl
             */
            access_token: string;
            /**
             * @description How the token is sent (RFC 6750).
             * @example Bearer
             * @enum {string}
             */
            token_type: "Bearer";
            /**
             * @description Seconds for which the token is good.
             * @example 600
             */
            expires_in: number;
            /**
             * @description The check that a device code was for.
             * @example ses_AAECAwQFBgcICQoLDA0ODw
             */
            session_id?: string;
            /**
             * @description How that check ended. Every other end is `access_denied` or `expired_token`.
             * @example passed
             * @enum {string}
             */
            state?: "passed";
            /**
             * @description The result token of that check: a JWS, inside a JWE where the RP registered an encryption key.
             * @example eyJhbGciOiJFUzI1NiIsInR5cCI6Imx6LXJlc3VsdCtqd3QifQ.eyJvdXRjb21lIjoicGFzcyJ9.c2lnbmF0dXJl
             */
            result?: string;
        };
        /**
         * 运营方发来试一试的事件。
         * @description 运营方发来试一试的事件。。What an operator sends to try a webhook.
         * @example {
         *       "type": "webhook.test",
         *       "timestamp": "2026-12-01T08:00:00.000Z",
         *       "data": {}
         *     }
         */
        WebhookTest: {
            /**
             * @description What happened: nothing.
             * @example webhook.test
             * @constant
             */
            type: "webhook.test";
            /**
             * @description When the operator asked for it (RFC 3339, UTC, milliseconds).
             * @example 2026-12-01T08:00:00.000Z
             */
            timestamp: string;
            /**
             * @description Empty.
             * @example {}
             */
            data: components["schemas"]["Nothing"];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export type operations = Record<string, never>;
