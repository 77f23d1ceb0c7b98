import type { TLocalizedValidationError } from 'typebox/error';
import type { Text } from '../text.ts';

/** What of an entry does not fit: the place in it (RFC 6901) and why not, never what stands there. */
export interface Misfit {
  at: string;
  why: Text;
}

/** The first fault that a schema finds, in words. */
export function whyMisfit([first]: readonly TLocalizedValidationError[]): Misfit {
  if (first === undefined) return { at: '/', why: { zh: '格式不对', en: 'does not fit' } };
  return { at: first.instancePath || '/', why: wordsOf(first) };
}

function wordsOf(fault: TLocalizedValidationError): Text {
  switch (fault.keyword) {
    case 'required': {
      const names = fault.params.requiredProperties.join(', ');
      return { zh: `缺少 ${names}`, en: `must have ${names}` };
    }
    case 'boolean':
    case 'additionalProperties':
      return { zh: '不是这里的字段', en: 'is no field of it' };
    case 'enum':
      return { zh: '不是可以选的词', en: 'is none of the words there are' };
    case 'pattern':
      return { zh: '写法不对', en: 'is not written as it must be' };
    case 'uniqueItems':
      return { zh: '有重复', en: 'has something twice' };
    default:
      return { zh: `格式不对：${fault.message}`, en: fault.message };
  }
}
