import { Component, type ComponentSpace, type template } from 'glass-easel';
import { ask } from './ask.ts';

/** Which template stands in for a native tag; any other only holds what is inside it. */
const templateOf: Record<string, string> = {
  input: 'host/input',
  textarea: 'host/textarea',
  switch: 'host/switch',
  image: 'host/image',
};

interface Native {
  data: Record<string, unknown>;
  element: HTMLElement;
  tell(event: string, detail: object): void;
}

/** Registers a stand-in for each native tag that the templates use. */
export function defineNativeTags(
  space: ComponentSpace,
  templateNamed: (name: string) => template.ComponentTemplate,
): void {
  for (const [tag, properties] of Object.entries(window.miniprogram.tags)) {
    let definition = space
      .define(`wx-${tag}`)
      .options({ virtualHost: false })
      .template({ ...templateNamed(templateOf[tag] ?? 'host/slot') });
    for (const name of properties) {
      definition = definition.property(name, { type: null, value: undefined });
    }
    definition = definition.observer('**', function (this: unknown) {
      const native = nativeOf(this);
      if (native === undefined) return;
      for (const name of properties) mirror(native, tag, name);
    });
    definition = definition.lifetime('attached', function (this: unknown) {
      const native = nativeOf(this);
      if (native === undefined) return;
      for (const name of properties) mirror(native, tag, name);
      bring(native, tag);
    });
    space.setGlobalUsingComponent(`wx-${tag}`, definition.registerComponent());
  }
}

function nativeOf(component: unknown): Native | undefined {
  if (!Component.isComponent(component)) return undefined;
  const it = component;
  const element: unknown = it.getBackendElement();
  if (!(element instanceof HTMLElement)) return undefined;
  return { data: it.data, element, tell: (event, detail) => it.triggerEvent(event, detail, {}) };
}

/** What a browser must be shown of a property. Screen readers get the attributes that the templates kept. */
function mirror({ data, element }: Native, tag: string, name: string): void {
  const value = data[name];
  if (name.startsWith('aria')) {
    const attribute =
      name === 'ariaRole'
        ? 'role'
        : name.replace(/^aria(.)/, (_, first: string) => `aria-${first.toLowerCase()}`);
    if (value === undefined || value === null || value === '') element.removeAttribute(attribute);
    else element.setAttribute(attribute, String(value));
  }
  if (name === 'disabled') element.toggleAttribute('disabled', value === true || value === 'true');
  const inner = element.querySelector(':scope > .native, :scope > .native-switch');
  if (inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement) {
    const text = typeof value === 'string' ? value : '';
    if (name === 'value' && inner.value !== text) inner.value = text;
    if (name === 'placeholder') inner.placeholder = text;
    if (name === 'checked' && inner instanceof HTMLInputElement) inner.checked = value === true;
  }
  if (tag === 'image' && name === 'src' && inner instanceof HTMLImageElement) inner.src = String(value ?? '');
}

/** Brings the tag to life: what the person does goes to the mini-program as the platform's events. */
function bring(native: Native, tag: string): void {
  const { element, tell } = native;
  const inner = element.querySelector(':scope > .native, :scope > .native-switch');
  if (inner instanceof HTMLInputElement && inner.type === 'checkbox') {
    inner.addEventListener('change', () => tell('change', { value: inner.checked }));
  } else if (inner instanceof HTMLInputElement || inner instanceof HTMLTextAreaElement) {
    for (const name of ['input', 'focus', 'blur']) {
      inner.addEventListener(name, (event) => {
        event.stopPropagation();
        tell(name, { value: inner.value, cursor: inner.value.length });
      });
    }
  }
  if (tag === 'camera') {
    const began = window.miniprogram.target === 'weapp' ? 'initdone' : 'ready';
    ask('permission', { scope: 'camera' }).then(
      () => tell(began, { maxZoom: 1 }),
      (cause: unknown) => tell('error', { errMsg: `insertCamera:fail ${cause}` }),
    );
  }
}
