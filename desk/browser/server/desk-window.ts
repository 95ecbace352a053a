import type { Book } from '../../book/book';
import { Host } from '../../host/host';
import { EVENT_CATEGORY } from '../../host/events';
import { ExcelError } from '../../host/errors';
import type { MessageEntry, RequestBody, ResponseBody } from '../../host/protocol';
import { FunctionChannel } from '../../runtime/function-channel';
import type { FromPage, ToPage, UserEdit } from '../view/messages';
import { report } from './report';
import type { Runtime } from './runtimes';
import { applyUserEdit, refusalWords } from './user-edits';

/** `AppRuntimeService.onVisibilityChanged` of the client. */
const VISIBILITY_CHANGED = 65539;

export interface WindowOptions {
  book: Book;
  fileName: string;
  readOnly?: boolean;
  /** Day number of today; without it the computer's own. */
  today?: () => number;
  recalculate: (all: boolean) => Promise<void>;
  send: (message: ToPage) => void;
  /** Something may be different from what the windows show. */
  onWork: () => void;
  /** The user's edit was made or refused; the grid already shows it as typed. */
  onEdit: (edit: UserEdit) => void;
  onRuntimeReady: (runtime: Runtime) => void;
}

/** One browser window on the book: its own host, selection and add-in, over the one book. */
export class DeskWindow {
  readonly host: Host;
  readonly runtime: Runtime;
  private close_: () => void = () => undefined;
  private shownSelection = '';

  constructor(private readonly options: WindowOptions) {
    const { book, fileName, readOnly = false, today, recalculate, send } = options;
    this.host = new Host(book, {
      fileName,
      readOnly,
      recalculate,
      isWindow: true,
      ...(today && { today }),
    });
    this.runtime = {
      channel: new FunctionChannel((entries) => this.sendEntries(entries)),
      gone: new Promise((resolve) => (this.close_ = resolve)),
    };
    this.host.onEvents((entries) => this.sendEntries(entries));
    this.host.workspace.onFunctionResults = (results) => this.runtime.channel.take(results);
    this.host.workspace.onPaneVisible = (visible) => {
      send({ kind: 'pane', visible });
      this.showPane(visible);
    };
    this.shownSelection = JSON.stringify(this.selection());
  }

  selection(): { sheet: string; area: { row: number; column: number; rows: number; columns: number } } {
    const { workspace } = this.host;
    const { sheet, area } = workspace.selected();
    return { sheet: workspace.sheetId(sheet), area: { ...area } };
  }

  async receive(message: FromPage): Promise<void> {
    switch (message.kind) {
      case 'client':
        return this.answer(message.text);
      case 'runtime ready':
        return this.options.onRuntimeReady(this.runtime);
      case 'edit':
        return this.edit(message.edit);
      case 'select':
        return this.select(message.sheet, message.area);
      case 'editing cell':
        this.host.isCellEdited = message.isEdited;
        return;
      case 'pane':
        return this.showPane(message.visible);
    }
  }

  /** Calculates what this window's add-in or user has changed. */
  async settle(): Promise<void> {
    await this.host.settle();
  }

  /** Once the sheets are shown: the add-in has selected something, perhaps on a new one, or the sheet in front is gone. */
  showSelection(): void {
    const selection = this.selection();
    const text = JSON.stringify(selection);
    if (text === this.shownSelection) return;
    this.shownSelection = text;
    this.options.send({ kind: 'select', ...selection });
  }

  close(): void {
    this.close_();
    this.host.workspace.close();
  }

  private async answer(text: string): Promise<void> {
    const request = JSON.parse(text) as { id: number; message: { body: RequestBody } };
    const size = Buffer.byteLength(text, 'utf8');
    const body = await this.host.answer(request.message.body, size).catch(describeFailure);
    this.options.send({
      kind: 'client',
      message: { id: request.id, type: 2, flags: 0, message: { statusCode: 200, headers: {}, body } },
    });
    this.options.onWork();
  }

  private edit(edit: UserEdit): void {
    try {
      applyUserEdit(this.host.workspace, edit);
    } catch (error) {
      const words = refusalWords(error);
      if (words === null) throw error;
      this.options.send({ kind: 'notice', text: words });
    }
    this.host.deliverEvents();
    this.options.onEdit(edit);
    this.options.onWork();
  }

  private select(
    sheetId: string,
    area: { row: number; column: number; rows: number; columns: number },
  ): void {
    const { workspace } = this.host;
    const sheet = workspace.book.sheets.find((each) => workspace.sheetId(each) === sheetId);
    if (!sheet) return;
    this.shownSelection = JSON.stringify({ sheet: sheetId, area });
    this.host.raiseSelectionChanged(sheet, area);
  }

  private showPane(visible: boolean): void {
    const { workspace } = this.host;
    if (workspace.paneVisible === visible) return;
    workspace.paneVisible = visible;
    const json = JSON.stringify({ visibility: visible ? 'Visible' : 'Hidden' });
    this.sendEntries([[EVENT_CATEGORY, VISIBILITY_CHANGED, '', json, 0]]);
  }

  private sendEntries(entries: MessageEntry[]): void {
    this.options.send({ kind: 'client', message: { type: 3, flags: 0, message: { entries } } });
  }
}

/** A request that the Desk cannot carry out fails in the add-in, which would wait for ever otherwise. */
function describeFailure(error: unknown): ResponseBody {
  report(error);
  const { code, message } = new ExcelError('GeneralException');
  return {
    Results: [],
    Error: { Code: code, Message: message, Location: '', ActionIndex: -1, HttpStatusCode: 500 },
  };
}
