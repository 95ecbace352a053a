import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './page';

const ROOT = join(__dirname, '../..');

/** `npm run rules-page` writes docs/rules.md from the rules, edits and findings of the sources. */
writeFileSync(join(ROOT, 'docs/rules.md'), rulesPage(ROOT));
