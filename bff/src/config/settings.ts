import * as limits from '../../../shared/limits.ts';
import { faceVerifiers, logLevels } from './config.ts';
import { type SettingText, settingTypes } from './setting-text.ts';

const none = { en: 'none', zh: '无' };
const words = (list: readonly string[]) => `one of ${list.join(', ')}`;

/** All settings of the program: the environment is read by this table, and the tables of the READMEs are made of it. */
export const settings = {
  LZ_MODE: {
    type: 'word',
    shouldBe: 'sandbox or production',
    en: '`sandbox` or `production`',
    zh: '`sandbox` 或 `production`',
  },
  LZ_HOST: { type: 'text', default: '127.0.0.1', en: 'address to listen on', zh: '监听地址' },
  LZ_PORT: {
    type: 'number',
    shouldBe: 'a whole number from 0 to 65535',
    en: 'port; 0: any free one',
    zh: '端口；0 为任意空闲端口',
  },
  LZ_PUBLIC_URL: {
    type: 'origin',
    en: 'where phones and counters reach the BFF; codes and DPoP proofs carry it',
    zh: '手机和柜台访问 BFF 的地址；二维码和 DPoP 证明中使用',
  },
  LZ_ISSUER: {
    type: 'URL',
    en: 'issuer of access tokens and result tokens',
    zh: '访问令牌和结果令牌的签发者',
  },
  LZ_DATABASE: {
    type: 'path',
    shouldBe: 'the path of the database file',
    en: 'SQLite file, for one process: a second one refuses to start. Beside it lie `-lock` and `-reserve`',
    zh: 'SQLite 文件，只供一个进程使用：第二个进程拒绝启动。旁边有 `-lock` 和 `-reserve` 两个文件',
  },
  LZ_REGISTRY: {
    type: 'path',
    without: none,
    en: 'JSON file of RPs and counters that is added to the database at the start, while there is no operator yet, and always in a sandbox: `{relyingParties: [{id, name?, scenes, counterWord?, level?, purposes?, quotas?, encryptionKey?}], counters: [{id, rpId, key, origins?, quotas?, registration: {registrar, statement}}]}`, keys as public JWKs, statements as the authority’s registrar signed them. What is there stays as it is; the database alone is read afterwards. Later changes are made with `npm run rp`',
    zh: '启动时加入数据库的依赖方和柜台 JSON 文件；仅在还没有运营人员时读取，沙箱中总是读取：`{relyingParties: [{id, name?, scenes, counterWord?, level?, purposes?, quotas?, encryptionKey?}], counters: [{id, rpId, key, origins?, quotas?, registration: {registrar, statement}}]}`，密钥为公钥 JWK，声明由认证方登记员签名。已有的内容保持不变；之后只读数据库。以后的修改用 `npm run rp`',
  },
  LZ_SIGNING_KEYS: {
    type: 'path',
    shouldBe:
      'a JSON file of resultKeys (private P-256 JWKs with kids of their own, signsFrom as 2026-12-01T08:00:00Z), accessTokenSecret and holderPepper (32 bytes each, base64url); in production none marked as of a sandbox',
    en: 'JSON file, the same for all processes: `resultKeys` (private P-256 JWKs, all published; of those past their `signsFrom`, a time as `2026-12-01T08:00:00Z`, the latest signs), `accessTokenSecret` (keys access tokens and DPoP nonces), `holderPepper` (32 bytes each, base64url)',
    zh: 'JSON 文件，所有进程相同：`resultKeys`（P-256 私钥 JWK，全部公布；已到 `signsFrom`（形如 `2026-12-01T08:00:00Z`）的里面，最晚的那个签名）、`accessTokenSecret`（访问令牌和 DPoP nonce 的密钥）、`holderPepper`（各 32 字节，base64url）',
  },
  LZ_AUTHORITY_URL: { type: 'URL', en: 'the authority', zh: '认证方地址' },
  LZ_REGISTRAR_URL: {
    type: 'URL',
    without: { en: '`LZ_AUTHORITY_URL`', zh: '`LZ_AUTHORITY_URL`' },
    en: "the desk of the authority's registrar, which opens to a token of its own that the BFF does not have",
    zh: '认证方登记员的地址；它只认自己的令牌，BFF 没有该令牌',
  },
  LZ_AUTHORITY_API_KEY: { type: 'secret', en: 'the key to call the authority', zh: '调用认证方的密钥' },
  LZ_AUTHORITY_ROOT: {
    type: 'JWK',
    en: "the authority's public root key, pinned: a JWK or a file",
    zh: '固定的认证方根公钥：JWK 或文件',
  },
  LZ_BFF_ID: {
    type: 'text',
    shouldBe: 'the name that the authority knows this BFF by',
    en: 'the name by which the authority knows this BFF; `aud` of verdicts',
    zh: '认证方对本 BFF 的称呼；裁决的 `aud`',
  },
  LZ_WECHAT_URL: { type: 'URL', en: 'WeChat login', zh: '微信登录' },
  LZ_WECHAT_APPID: {
    type: 'text',
    shouldBe: 'the app id at WeChat',
    en: 'app id at WeChat',
    zh: '微信 appid',
  },
  LZ_WECHAT_SECRET: { type: 'secret', en: 'app secret at WeChat', zh: '微信 app secret' },
  LZ_WECHAT_TEMPLATES: {
    type: 'text',
    without: none,
    shouldBe: 'three ids of templates with commas',
    en: 'three templates of subscription messages with the fields `thing1` and `thing2`: 30, 7 and 1 days before a credential ends. Without them the inbox alone reminds',
    zh: '三个订阅消息模板，字段为 `thing1` 和 `thing2`：网证到期前 30、7、1 天各一个；不填则只在小程序内通知',
  },
  LZ_ALIPAY_URL: { type: 'URL', en: 'Alipay login', zh: '支付宝登录' },
  LZ_ALIPAY_APPID: {
    type: 'text',
    shouldBe: 'the app id at Alipay',
    en: 'app id at Alipay',
    zh: '支付宝 appid',
  },
  LZ_ALIPAY_PRIVATE_KEY: {
    type: 'RSA key',
    en: 'private key of the app: PEM, base64 or a file',
    zh: '应用私钥：PEM、base64 或文件',
  },
  LZ_ALIPAY_PUBLIC_KEY: {
    type: 'RSA key',
    en: 'public key of Alipay: PEM, base64 or a file',
    zh: '支付宝公钥：PEM、base64 或文件',
  },
  LZ_ALIPAY_TEMPLATES: {
    type: 'text',
    without: none,
    shouldBe: 'three ids of templates with commas',
    en: 'the same at Alipay, with the fields `keyword1` and `keyword2`',
    zh: '支付宝的同类模板，字段为 `keyword1` 和 `keyword2`',
  },
  LZ_OPERATOR: {
    type: 'name',
    inSandbox: '演示运营方',
    en: 'who runs this service, in Chinese: phone and counter say it where people come in, as `GET /about` does',
    zh: '本服务运营方的中文名称：手机和柜台在入口处显示，`GET /about` 也给出',
  },
  LZ_OPERATOR_EN: {
    type: 'name',
    inSandbox: 'Demonstration operator',
    en: 'the same in English',
    zh: '运营方的英文名称',
  },
  LZ_AUTHORITY_NAME: {
    type: 'name',
    inSandbox: '演示认证方',
    en: 'who checks the face and voice, in Chinese',
    zh: '核对人脸和声音的认证方的中文名称',
  },
  LZ_AUTHORITY_NAME_EN: {
    type: 'name',
    inSandbox: 'Demonstration authority',
    en: 'the same in English',
    zh: '认证方的英文名称',
  },
  LZ_HOTLINE: {
    type: 'text',
    inSandbox: '000-0000-0000',
    shouldBe:
      'a telephone number: digits, spaces, hyphens, + in front; in production not the one of the sandbox',
    en: 'telephone number for people who need help',
    zh: '求助电话',
  },
  LZ_PRIVACY_URL: {
    type: 'URL',
    without: { en: 'sandbox: the settings page of the H5 app', zh: '沙箱：H5 应用的设置页' },
    en: 'where the privacy text stands',
    zh: '隐私说明的地址',
  },
  LZ_FACE_VERIFIER: {
    type: 'word',
    default: 'off',
    shouldBe: words(faceVerifiers),
    en: "`platform`: WeChat and Alipay take and compare the faces of who logs in there (`wx.requestFacialVerify`, `my.startAPVerify`), where the authority has their verifiers; `wechat` or `alipay`: only that one. H5 keeps the phone's own capture. See [SECURITY](SECURITY.md) before switching it on. `npm start` takes it too",
    zh: '`platform`：用微信或支付宝登录的持证人改由该平台刷脸（`wx.requestFacialVerify`、`my.startAPVerify`），前提是认证方接入了该平台的核身；`wechat` 或 `alipay`：只用其中一个。H5 仍由手机自行采集。开启前请读 [SECURITY](SECURITY.md)。`npm start` 也接受',
  },
  LZ_SMS_URL: {
    type: 'URL',
    without: none,
    shouldBe: 'the URL of the sandbox platform, and only in a sandbox',
    en: 'where login codes go: the sandbox platform, in a sandbox only; without it there is no sign-in by SMS',
    zh: '登录验证码发往何处：仅限沙箱，填沙箱平台地址；不填则没有短信登录',
  },
  LZ_H5: {
    type: 'path',
    without: none,
    en: 'folder of the H5 build, served at `/`; `/q/...` is answered its landing page',
    zh: 'H5 构建的目录，在 `/` 提供；浏览器打开 `/q/...` 时先显示落地页',
  },
  LZ_CARD_READER: {
    type: 'URL',
    shouldBe: "an http URL of the officer's own computer",
    without: none,
    en: "where the helper of a card reader answers on the officer's own computer: `http://127.0.0.1:PORT`, or `localhost`, and in a sandbox any; it answers `GET /card` with a card that its issuer signed, or 204",
    zh: '读卡器的本机服务地址：`http://127.0.0.1:端口` 或 `localhost`，沙箱可填任意地址；`GET /card` 返回签发机关签名的身份证内容，没有卡时返回 204',
  },
  LZ_OFFICER_URL: {
    type: 'origin',
    without: { en: "the BFF's own address", zh: 'BFF 自己的地址' },
    en: "where the officers' page stands, an origin of the authority's that passes `/officer/v1` on to the BFF; DPoP proofs of officers carry it",
    zh: '受理台页面所在的地址，属于认证方，并把 `/officer/v1` 转发给 BFF；受理员的 DPoP 证明中使用',
  },
  LZ_METRICS_TOKEN: {
    type: 'secret',
    without: none,
    en: 'bearer for `/metrics`; must be set in production',
    zh: '`/metrics` 的访问令牌；生产模式必填',
  },
  LZ_RELAYS_IN_FLIGHT: {
    type: 'number',
    default: String(limits.relaysInFlight),
    shouldBe: 'a whole number from 1 to 1000',
    en: 'uploads at once; one more is answered 503 with Retry-After',
    zh: '同时上传数；超出者得到 503 和 Retry-After',
  },
  LZ_QUOTA_FACTOR: {
    type: 'number',
    default: '1',
    shouldBe: 'a whole number from 1 to 1000, in production 1',
    en: 'multiplies what each phone, counter, relying party and network may make and hold; for load tests, in a sandbox only',
    zh: '把每部手机、柜台、依赖方和网络的配额乘以该倍数；仅供沙箱压力测试',
  },
  LZ_WEBHOOK_HASTE: {
    type: 'number',
    default: '1',
    shouldBe: 'a whole number from 1 to 100000, in production 1',
    en: 'divides the pauses between two tries of a webhook, which are hours; to try a receiver that fails, in a sandbox only',
    zh: '把 webhook 两次尝试之间的停顿（数小时）除以该数；仅供沙箱试验接收方出错的情况',
  },
  LZ_LOG_LEVEL: {
    type: 'word',
    default: 'info',
    shouldBe: words(logLevels),
    en: 'what is logged',
    zh: '日志级别',
  },
  LZ_LOG_FILE: {
    type: 'path',
    without: { en: 'stdout', zh: '标准输出' },
    en: 'where the log goes',
    zh: '日志文件',
  },
  LZ_TRUST_PROXY: {
    type: 'networks',
    default: 'false',
    en: 'addresses of proxies in front: limits by network go by what they say of the caller. `true` (whoever calls) in a sandbox only',
    zh: '前置代理的地址：按网络的限制以其所报的来源为准。`true`（信任任何来源）仅限沙箱',
  },
  LZ_READY_LINE: {
    type: 'word',
    default: '0',
    shouldBe: '0 or 1',
    en: '1: print one JSON line on stdout when ready',
    zh: '1：就绪时在标准输出打印一行 JSON',
  },
} as const satisfies Record<string, SettingText>;

export type SettingName = keyof typeof settings;

export function isSettingName(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}

/** What the table says of a setting; `typeInChinese` beside `type`. */
export function settingOf(name: SettingName): SettingText & { shouldBe: string; typeInChinese: string } {
  const setting: SettingText = settings[name];
  const { zh, shouldBe } = settingTypes[setting.type];
  return { shouldBe, ...setting, typeInChinese: zh };
}

/** The known setting that was most likely meant: no more than three letters off, and fewer where the name is short. */
export function nearestSetting(name: string): SettingName | undefined {
  const near = Object.keys(settings)
    .filter(isSettingName)
    .map((known) => ({ known, distance: distanceOf(name, known) }))
    .sort((a, b) => a.distance - b.distance);
  const [best] = near;
  const most = Math.min(3, Math.floor((name.length - 'LZ_'.length) / 2));
  return best !== undefined && best.distance <= most ? best.known : undefined;
}

/** How many letters must be put in, taken out or changed to make one text of the other. */
function distanceOf(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, wanted] of [...other].entries()) {
      const changed = (row[j] ?? 0) + (letter === wanted ? 0 : 1);
      next.push(Math.min(changed, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[other.length] ?? 0;
}
