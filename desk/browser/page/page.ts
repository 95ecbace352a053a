import type { FUniver } from '@univerjs/presets';
import type { ToPage } from '../view/messages';
import { connect } from './connection';
import { element } from './elements';
import { offerFiles } from './files';
import { openGrid, type Grid } from './grid/grid';
import { Pane } from './pane';
import { showRibbon } from './ribbon';

declare global {
  interface Window {
    /** What the grid shows, for tests: a canvas cannot be read. */
    deskGrid?: FUniver;
  }
}

const QUIET = 'The workbook stays on this computer. Changes are kept until the Desk is stopped: save a copy.';

const address = new URLSearchParams(location.search);
const isPaneVisible = address.get('pane') !== 'hidden';
const status = element('.status');
let grid: Grid | null = null;

const connection = connect(location.pathname, isPaneVisible ? 'visible' : 'hidden', take, () =>
  notice('The Desk has been stopped. Start it again and open its new address.'),
);
const pane = new Pane((message) => connection.send(message), showWork);

function take(message: ToPage): void {
  switch (message.kind) {
    case 'book':
      return show(message);
    case 'change':
      return grid?.show(message.change);
    case 'client':
      return pane.receive(message.message);
    case 'select':
      return grid?.select(message);
    case 'pane':
      return pane.show(message.visible);
    case 'notice':
      return notice(message.text);
  }
}

function show({ view, settings, sheet, area }: Extract<ToPage, { kind: 'book' }>): void {
  document.title = `${view.fileName} – Desk`;
  element('#file-name').textContent = view.fileName;
  element<HTMLAnchorElement>('#save-copy').href = `${location.pathname}/file`;
  grid = openGrid({
    container: element('#grid'),
    view,
    selection: { sheet, area },
    send: (message) => connection.send(message),
    notice,
    onMessage: (sentence) => say(sentence ?? QUIET, false),
  });
  window.deskGrid = grid.api;
  pane.start(settings, isPaneVisible, address);
}

function say(sentence: string, isNotice: boolean): void {
  status.textContent = sentence;
  status.classList.toggle('notice', isNotice);
}

/** As Excel's status bar, which names the button that an add-in is working for. */
function showWork(label: string | null): void {
  if (label !== null) say(`${label}: working…`, false);
  else if (status.textContent?.endsWith(': working…')) say(QUIET, false);
}

function notice(sentence: string): void {
  say(sentence, true);
}

say(QUIET, false);
offerFiles(notice);
void showRibbon((button) => pane.press(button));
