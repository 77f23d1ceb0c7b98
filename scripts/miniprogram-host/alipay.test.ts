import { runOutput } from './runs.fixture.ts';

runOutput('alipay');
