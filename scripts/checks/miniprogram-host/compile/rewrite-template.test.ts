import { describe, expect, it } from 'vitest';
import { rewriteTemplate, type TagProperties } from './rewrite-template.ts';

describe('a template for the compiler', () => {
  it('has stand-ins for native tags and leaves the words of the language alone', () => {
    const tags: TagProperties = new Map();
    const wxml =
      '<template name="a"><view class="b" aria-label="{{l}}" bindtap="eh"><slot/></view></template>';
    expect(rewriteTemplate('weapp', wxml, tags)).toBe(
      '<template name="a"><wx-view class="b" aria-label="{{l}}" bindtap="eh"><slot/></wx-view></template>',
    );
    expect([...(tags.get('view') ?? [])]).toEqual(['ariaLabel']);
  });

  it("says in WeChat's words what Alipay says in its own", () => {
    const axml =
      '<import-sjs name="xs" from="./utils.sjs" /><view a:for="{{c}}" a:key="sid" onTap="eh" catchTouchMove="eh"/>';
    expect(rewriteTemplate('alipay', axml, new Map())).toBe(
      '<wxs module="xs" src="./utils.wxs" /><wx-view wx:for="{{c}}" wx:key="sid" bindtap="eh" catchtouchmove="eh"/>',
    );
  });
});
