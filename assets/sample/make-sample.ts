/** Writes sessions.xlsx beside this file: npx tsx assets/sample/make-sample.ts */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sampleFile } from './sample-file';

void sampleFile().then((file) => {
  writeFileSync(join(__dirname, 'sessions.xlsx'), file);
});
