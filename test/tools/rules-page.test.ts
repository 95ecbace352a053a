import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { rulesPage } from '../../tools/rules-page/page';

const ROOT = join(__dirname, '../..');
const page = readFileSync(join(ROOT, 'docs/rules.md'), 'utf8');
const told = new Set([...page.matchAll(/^### (\S+)$/gm)].map(([, id]) => id));

/** Ways in which sources name a rule, looked for as text: the page itself is made from their syntax. */
const NAMED = [
  /\brule: '([a-z0-9]+(?:-[a-z0-9]+)+)'/g,
  /\b(?:stop|finding|note|warn|tell|lacks|trouble)\(\s*(?:[\w.]+,\s*)?'([a-z0-9]+(?:-[a-z0-9]+)+)'/g,
];
/** Files of fields: their findings have an ending for each fault. */
const FIELDS = /claims\/required\/|superbill-fields/;
const SUPERBILLS = /superbill-fields/;

function idsOf(file: string, text: string): string[] {
  const tables = /families\/|readiness\/.*-edits/.test(file) ? [/^\s+id: '([a-z0-9-]+)'/gm] : NAMED;
  const ids = tables.flatMap((pattern) => [...text.matchAll(pattern)].flatMap(([, id = '']) => id));
  return ids.map((id) =>
    FIELDS.test(file) ? `${SUPERBILLS.test(file) ? 'superbill-' : ''}${id}-missing` : id,
  );
}

test('the page is what the sources say: run npm run rules-page after a change', () => {
  expect(page).toBe(rulesPage(ROOT));
});

test('every rule, edit and finding that the sources name stands on the page', () => {
  const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  const named = files.flatMap((file) =>
    idsOf(file, readFileSync(join(ROOT, 'src', file), 'utf8')).map((id) => `${id} (${file})`),
  );
  expect(named.length).toBeGreaterThan(300);
  const fieldsOnlyRead = /^\S+-missing /;
  const lost = named.filter((one) => {
    const [id = ''] = one.split(' ');
    const alike = id.replace(/-missing$/, '-invalid');
    return !told.has(id) && !(fieldsOnlyRead.test(one) && told.has(alike));
  });
  expect(lost).toEqual([]);
});

test('each stands under its heading once, with what it says and where that comes from', () => {
  for (const section of page.split(/^## /m).slice(1)) {
    const ids = [...section.matchAll(/^### (\S+)$/gm)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
  }
  for (const part of page.split(/^### /m).slice(1)) {
    expect(part).toMatch(/\n\*\*(STOP|WARN|NOTE)[^*]*\*\* /);
    expect(part).toMatch(/\n- Source: \S../);
  }
});
