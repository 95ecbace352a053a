import { JSDOM } from 'jsdom';
import type { FileToDeliver } from '../../../src/actions/files/deliver-file';
import { copyText, download, panePlatform } from '../../../src/taskpane/office/deliver';

const FILE: FileToDeliver = { name: '2026-10.837', type: 'text/plain', content: 'ISA*00~' };

function page(): { document: Document; view: JSDOM['window'] } {
  const { window } = new JSDOM('<body><button>Copy</button></body>', { url: 'https://localhost/' });
  return { document: window.document, view: window };
}

test('a download is a click on a link with the name of the file, which is gone afterwards', async () => {
  const { document, view } = page();
  const blobs: Blob[] = [];
  view.URL.createObjectURL = (blob) => {
    blobs.push(blob as Blob);
    return 'blob:https://localhost/1';
  };
  const clicked: string[] = [];
  view.HTMLAnchorElement.prototype.click = function () {
    clicked.push(`${this.download} ${this.href}`);
  };
  download(FILE, document);
  expect(clicked).toEqual(['2026-10.837 blob:https://localhost/1']);
  expect(document.querySelector('a')).toBeNull();
  const [blob] = blobs;
  expect([blob?.type, blob?.size]).toEqual(['text/plain', 7]);
  view.close();
  await Promise.resolve();
});

test('a text is copied through the clipboard of the browser', async () => {
  const { document, view } = page();
  const written: string[] = [];
  Object.defineProperty(view.navigator, 'clipboard', {
    value: {
      writeText: (text: string) => {
        written.push(text);
        return Promise.resolve();
      },
    },
  });
  expect(await copyText('ISA*00~', document)).toBe(true);
  expect(written).toEqual(['ISA*00~']);
});

test('where the clipboard is closed to the pane, the text is selected and copied, and the focus comes back', async () => {
  const { document } = page();
  document.querySelector('button')?.focus();
  const selected: string[] = [];
  document.execCommand = (command) => {
    selected.push(`${command} ${document.querySelector('textarea')?.value ?? ''}`);
    return true;
  };
  expect(await copyText('ISA*00~', document)).toBe(true);
  expect(selected).toEqual(['copy ISA*00~']);
  expect(document.querySelector('textarea')).toBeNull();
  expect(document.activeElement?.tagName).toBe('BUTTON');
});

test('where neither way is allowed, the answer says so', async () => {
  const { document } = page();
  document.execCommand = () => {
    throw new Error('not allowed');
  };
  expect(await copyText('ISA*00~', document)).toBe(false);
});

test('outside of Office the platform is not known', () => {
  expect(panePlatform('Chrome/147')).toBeNull();
});

test.each([
  ['PC', 'Chrome/147.0 Safari/537.36 Edg/147.0', 'PC', 'Excel for Windows, whose panes are shown by Edge'],
  ['PC', 'Mozilla/5.0 Trident/7.0', 'PC', 'an older one, by Internet Explorer'],
  ['PC', 'Chrome/147.0 Safari/537.36', null, 'the Desk in a browser, which can save every file'],
  ['Mac', 'Version/17.0 Safari/605.1.15', 'Mac', 'Excel for the Mac'],
])('%s in %s is %s: %s', (...[platform, browser, found]) => {
  Object.assign(globalThis, { Office: { context: { platform } } });
  expect(panePlatform(browser)).toBe(found);
  Reflect.deleteProperty(globalThis, 'Office');
});
