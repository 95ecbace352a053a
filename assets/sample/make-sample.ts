/** Writes sessions.xlsx beside this file: npx tsx assets/sample/make-sample.ts */
import { join } from 'node:path';
import { sampleWorkbook } from './sample-workbook';

void sampleWorkbook().xlsx.writeFile(join(__dirname, 'sessions.xlsx'));
