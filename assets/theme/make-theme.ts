/** Writes the pane's colours and icons from Microsoft's packages: npx tsx assets/theme/make-theme.ts */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { themeFiles } from './theme-files';

const ROOT = join(__dirname, '../..');

void themeFiles().then((files) => {
  for (const { path, text } of files) writeFileSync(join(ROOT, path), text);
});
