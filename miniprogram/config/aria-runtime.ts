import { mergeInternalComponents } from '@tarojs/shared';
import ariaOf from './aria.json';

mergeInternalComponents(ariaOf);
