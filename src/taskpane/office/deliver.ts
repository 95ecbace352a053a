import type { FileToDeliver, PanePlatform } from '../../actions/files/deliver-file';

/**
 * Where this pane runs; null outside of Office. Excel for Windows shows panes in Edge (WebView2) or Internet Explorer:
 * another browser that says it is Windows, such as the one around the Desk, has none of their limits.
 */
export function panePlatform(browser: string = navigator.userAgent): PanePlatform {
  const platform: string | undefined =
    typeof Office === 'undefined' ? undefined : (Office.context?.platform as unknown as string);
  const found = PLATFORMS.find((each) => each === platform) ?? null;
  return found === 'PC' && !/Edg|Trident/.test(browser) ? null : found;
}

const PLATFORMS = ['PC', 'OfficeOnline', 'Mac', 'iOS', 'Android', 'Universal'] as const;

/** Excel takes a CSV that it opens for UTF-8 only where it begins so. */
const UTF8_MARK = '\uFEFF';

/** Time for the browser to begin reading the file before its address is given back. */
const KEEP_ADDRESS = 60_000;

/** Starts a download. The browser says nothing of what became of it. */
export function download(file: FileToDeliver, page: Document = document): void {
  const view = page.defaultView ?? window;
  const parts = [...(file.type === 'text/csv' ? [UTF8_MARK] : []), file.content as BlobPart];
  const blob = new view.Blob(parts, { type: file.type });
  const address = view.URL.createObjectURL(blob);
  const link = page.createElement('a');
  link.href = address;
  link.download = file.name;
  page.body.append(link);
  link.click();
  link.remove();
  view.setTimeout(() => view.URL.revokeObjectURL(address), KEEP_ADDRESS);
}

/** Puts a text on the clipboard; false when the browser allows it in neither way. Call it from a click. */
export async function copyText(text: string, page: Document = document): Promise<boolean> {
  const view = page.defaultView ?? window;
  try {
    await view.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelection(text, page);
  }
}

/** Excel on the web keeps the clipboard from panes in frames, but lets them copy what is selected. */
function copySelection(text: string, page: Document): boolean {
  const before = page.activeElement;
  const area = page.createElement('textarea');
  area.value = text;
  area.readOnly = true;
  area.setAttribute('aria-hidden', 'true');
  area.style.position = 'fixed';
  area.style.opacity = '0';
  page.body.append(area);
  area.select();
  const isCopied = copied(page);
  area.remove();
  if (before && 'focus' in before) (before as HTMLElement).focus();
  return isCopied;
}

function copied(page: Document): boolean {
  try {
    return page.execCommand('copy');
  } catch {
    return false;
  }
}
