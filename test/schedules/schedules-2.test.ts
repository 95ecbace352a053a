import { testFile } from './in-parts';

testFile(1);
