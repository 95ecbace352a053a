import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { codeTables } from './tables';

/** `npx tsx tools/code-tables/build.ts` writes the tables of src/billing/codes/data from tools/code-tables/sources. */
const target = join(__dirname, '../../src/billing/codes/data');

for (const [name, text] of Object.entries(codeTables())) writeFileSync(join(target, name), text);
