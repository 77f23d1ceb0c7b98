/** A page that is open. */
export interface OpenPage {
  host: HTMLElement;
  /** What the mini-program registered with `Page`: its lifecycle functions and data. */
  instance: PageInstance;
  release(): void;
}

export interface PageInstance {
  route?: string;
  options?: Record<string, string>;
  onLoad?(options: Record<string, string>): void;
  onShow?(): void;
  onReady?(): void;
  onHide?(): void;
  onUnload?(): void;
}

/** The pages that are open, each above the one before; only the last is seen. */
export interface PageStack {
  push(url: string): void;
  replace(url: string): void;
  restart(url: string): void;
  back(delta: number): void;
  hideTop(): void;
  instances(): PageInstance[];
}

export function pageStack(mount: (path: string) => OpenPage): PageStack {
  const pages: OpenPage[] = [];
  const show = () => {
    const top = pages.at(-1);
    if (top === undefined) return;
    top.host.style.display = '';
    top.instance.onShow?.();
  };
  const hide = () => {
    const top = pages.at(-1);
    if (top === undefined) return;
    top.instance.onHide?.();
    top.host.style.display = 'none';
  };
  const close = () => {
    const page = pages.pop();
    if (page === undefined) return;
    page.instance.onUnload?.();
    page.release();
    page.host.remove();
  };
  const open = (url: string) => {
    const [path = '', query = ''] = url.replace(/^\//, '').split('?');
    const page = mount(path);
    pages.push(page);
    const { instance } = page;
    const options = readQuery(query);
    instance.route = path;
    instance.options = options;
    instance.onLoad?.(options);
    instance.onShow?.();
    instance.onReady?.();
  };
  return {
    push(url) {
      hide();
      open(url);
    },
    replace(url) {
      close();
      open(url);
    },
    restart(url) {
      while (pages.length > 0) close();
      open(url);
    },
    back(delta) {
      for (let left = Math.min(delta, pages.length - 1); left > 0; left--) close();
      show();
    },
    hideTop: () => pages.at(-1)?.instance.onHide?.(),
    instances: () => pages.map(({ instance }) => instance),
  };
}

/** Values stay as they stand in the address: the platforms do not decode them. */
function readQuery(query: string): Record<string, string> {
  const pairs = query.split('&').filter((pair) => pair !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [name = '', ...value] = pair.split('=');
      return [name, value.join('=')];
    }),
  );
}
