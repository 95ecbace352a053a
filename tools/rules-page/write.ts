import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from './page';

/** `npm run rules-page` writes docs/rules.md from the rule table. */
writeFileSync(join(__dirname, '../../docs/rules.md'), rulesPage());
