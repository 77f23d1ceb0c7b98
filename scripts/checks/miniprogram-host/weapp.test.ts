import { runOutput } from './runs.fixture.ts';
import { runByPlatform } from './runs-by-platform.fixture.ts';

// One after the other: an output is built for one address of its BFF.
runOutput('weapp');
runByPlatform('weapp');
