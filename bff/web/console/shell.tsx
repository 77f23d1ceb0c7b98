import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { readAboutCall } from '../../../shared/contract/about.ts';
import { type OperatorSession, signOutCall } from '../../../shared/contract/operator/sign-in.ts';
import { markSvg } from '../../../shared/ui/mark.ts';
import { inksOfPage } from '../../../shared/ui/svg.ts';
import { drawInto } from '../kit/element.ts';
import type { Language } from '../kit/language.ts';
import { showAbout } from '../kit/show-about.ts';
import { Act } from '../staff/parts/act.tsx';
import { Say, useSay } from '../staff/say.tsx';
import { call, holdRegistrarToken } from './call/call.ts';
import { useRoute } from './route.ts';

const aboutTexts = {
  operator: { zh: '运营方', en: 'Run by' },
  authority: { zh: '认证方', en: 'Identity checked by' },
  hotline: { zh: '咨询电话', en: 'Hotline' },
  privacy: { zh: '隐私说明', en: 'Privacy' },
  sandbox: {
    zh: '演示环境，不能证明任何人的身份',
    en: 'A sandbox: nothing here proves who anybody is',
  },
};

const rooms = [
  { address: '#/', pages: ['overview'], text: { zh: '概况', en: 'Overview' } },
  {
    address: '#/rps',
    pages: [
      ...['relying-parties', 'add-rp', 'import', 'rp', 'add-counter', 'counter'],
      ...['webhooks', 'webhook', 'acceptance-points', 'terminal-owners'],
    ],
    text: { zh: '依赖方', en: 'Relying parties' },
  },
  { address: '#/proposals', pages: ['proposals'], text: { zh: '待批准', en: 'Proposals' } },
  { address: '#/figures', pages: ['figures'], text: { zh: '运行数据', en: 'Operation' } },
  { address: '#/disputes', pages: ['disputes'], text: { zh: '异议', en: 'Disputes' } },
  { address: '#/reports', pages: ['reports'], text: { zh: '反映', en: 'Reports' } },
  { address: '#/log', pages: ['log'], text: { zh: '操作记录', en: 'Log' } },
  { address: '#/operators', pages: ['operators', 'pair'], text: { zh: '运营人员', en: 'Operators' } },
];

/** What stands around every page: the mark, where one is, who is signed in, how one reads. */
export function Shell({
  session,
  largeType,
  setLanguage,
  setLargeType,
  left,
  children,
}: {
  session: OperatorSession | undefined;
  largeType: boolean;
  setLanguage: (language: Language) => void;
  setLargeType: (large: boolean) => void;
  /** The operator signed out. */
  left: () => void;
  children: ComponentChildren;
}) {
  const { language, say, name } = useSay();
  const { page } = useRoute();
  const mark = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (mark.current !== null) drawInto(mark.current, markSvg(inksOfPage));
  }, []);
  useEffect(() => {
    void call(readAboutCall, {}).then(
      (about) => showAbout(about, aboutTexts, language),
      // Nobody is told who stands behind it where nobody can say: signing in needs no such answer.
      () => {},
    );
  }, [language]);
  async function signOut(): Promise<void> {
    await call(signOutCall, {});
    holdRegistrarToken('');
    left();
  }
  return (
    <>
      <header>
        <p id="ribbon" class="ribbon" hidden />
        <p class="brand">
          <span class="mark" ref={mark} />
          <strong>
            <Say zh="亮证控制台" en="Liangzheng console" />
          </strong>
          {session === undefined ? null : <span id="who">{name(session.name)}</span>}
        </p>
        <div class="tools">
          <button
            type="button"
            id="large-type"
            class="quiet"
            aria-pressed={largeType}
            onClick={() => setLargeType(!largeType)}
          >
            <Say zh="大字" en="Large type" />
          </button>
          <button
            type="button"
            id="language"
            class="quiet"
            lang={language === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => setLanguage(language === 'zh' ? 'en' : 'zh')}
          >
            {language === 'zh' ? 'English' : '中文'}
          </button>
          {session === undefined ? null : (
            <Act work={signOut} id="sign-out">
              <Say zh="退出" en="Sign out" />
            </Act>
          )}
        </div>
      </header>
      {session === undefined ? null : (
        <nav aria-label={say({ zh: '控制台的各页', en: 'Pages of the console' })}>
          <ul>
            {rooms.map(({ address, pages, text }) => (
              <li key={address}>
                <a href={address} aria-current={pages.includes(page) ? 'page' : undefined}>
                  {say(text)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <main>{children}</main>
    </>
  );
}
