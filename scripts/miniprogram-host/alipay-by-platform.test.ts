import { runByPlatform } from './runs-by-platform.fixture.ts';

runByPlatform('alipay');
