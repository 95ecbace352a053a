import { testFile } from './in-parts';

testFile(0);
