/** A finished file that the user wants out of the pane. */
export interface FileToDeliver {
  /** With its ending: `2026-10.837`. */
  name: string;
  type: 'text/plain' | 'text/csv' | 'application/pdf';
  content: string | Uint8Array;
}

/** Where the pane runs, in Office's own words (`Office.context.platform`); null when it is not known. */
export type PanePlatform = 'PC' | 'OfficeOnline' | 'Mac' | 'iOS' | 'Android' | 'Universal' | null;

export type DeliveryWay = 'download' | 'copy' | 'sheet';

export interface Delivery {
  /** In the order in which they are offered; empty when this Excel lets the file out in no way. */
  ways: DeliveryWay[];
  /** What the user must know: why there is no download, and what to do instead. */
  words: string | null;
}

interface Limit {
  platforms: readonly PanePlatform[];
  /** Which files the host saves for nobody. */
  holds: 'PDF' | 'everything';
  excel: string;
  source: string;
}

/** Hosts whose panes cannot save files. */
const LIMITS: readonly Limit[] = [
  {
    platforms: ['PC'],
    holds: 'PDF',
    excel: 'Excel for Windows lets no pane save a PDF.',
    source: 'Browsers and webview controls used by Office Add-ins (learn.microsoft.com): WebView2',
  },
  {
    platforms: ['Mac', 'iOS'],
    holds: 'everything',
    excel: 'Excel for the Mac and the iPad lets no pane save a file.',
    source: 'OfficeDev/office-js issues 2700 (by design) and 3385: a download does nothing and says nothing',
  },
  {
    platforms: ['Android'],
    holds: 'everything',
    excel: 'Excel on a phone lets no pane save a file.',
    source: 'Office Add-ins run in a webview of Android without downloads',
  },
];

const PDF_INSTEAD =
  'Open the workbook in Excel on the web and click again there, or print the claim pages from their sheet.';
const TEXT_INSTEAD =
  'Copy it into a text editor and save it there as plain text, or take it from its sheet, from the second row down.';

/** How a file can leave the pane. A text can always be copied and put on a sheet, even where it can be downloaded. */
export function deliveryOf(file: Pick<FileToDeliver, 'type'>, platform: PanePlatform): Delivery {
  const isPdf = file.type === 'application/pdf';
  const limit = LIMITS.find(
    ({ platforms, holds }) => platforms.includes(platform) && (holds === 'everything' || isPdf),
  );
  const ways: DeliveryWay[] = [
    ...(limit ? [] : (['download'] as const)),
    ...(isPdf ? [] : (['copy', 'sheet'] as const)),
  ];
  return { ways, words: limit ? `${limit.excel} ${isPdf ? PDF_INSTEAD : TEXT_INSTEAD}` : null };
}
