import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CDN, panePage } from '../../../desk/browser/server/pane-page';

const html = readFileSync(join(__dirname, '../../../src/taskpane/taskpane.html'), 'utf8');

test('The page of the pane gets one script before Office.js, and Office.js from this server', () => {
  const framed = panePage(html, false);
  expect(framed).not.toContain(`src="${CDN}`);
  expect(framed.indexOf('../desk/frame.js')).toBeGreaterThan(0);
  expect(framed.indexOf('/desk/frame.js')).toBeLessThan(framed.indexOf('../office/office.js'));
});

test('The address of the CDN stays where somebody else answers for it', () => {
  expect(panePage(html, true)).toContain(`${CDN}office.js`);
});
