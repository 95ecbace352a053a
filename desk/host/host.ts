import type { Book, Sheet, Area } from '../book/book';
import { EVENT_TYPE, WORKBOOK_TARGET, type ChangeDetails } from './events';
import { ExcelError, type ExcelErrorCode } from './errors';
import { Interpreter } from './interpreter';
import type { MessageEntry, RequestBody, ResponseBody } from './protocol';
import { actionAfterWrites, describeRequest, type RequestRecord } from './records';
import { Workspace } from './workspace';

export type { RequestRecord } from './records';

/** Excel on the web refuses requests and responses above this. */
export const WEB_PAYLOAD_LIMIT = 5 * 1024 * 1024;

/** Makes one request fail, to prove that what was begun is rolled back. */
export interface Failure {
  /** Which request, counted from 1 among those of the given kind. */
  request: number;
  kind?: RequestRecord['kind'];
  /**
   * How many of its writes (properties set, methods called) are done before it fails. 0 (the default): nothing of it
   * is done; Infinity: all of it, and only the answer says that it failed.
   */
  afterWrites?: number;
  code: ExcelErrorCode;
  message?: string;
  /** Every request after it is refused as well. */
  staysAway?: boolean;
}

/** Cells that were calculated; sheets by name. */
export interface Calculated {
  calculated: readonly { sheet: string }[];
}

export interface HostOptions {
  /**
   * Calculates what was changed, or everything, and may answer `Calculated`; without it formulas keep the values they
   * had.
   */
  recalculate?: (all: boolean) => Promise<unknown>;
  readOnly?: boolean;
  /** What `workbook.name` answers. */
  fileName?: string;
  /** Bytes; `WEB_PAYLOAD_LIMIT` is Excel on the web's. Without it there is no limit. */
  payloadLimit?: number;
  failAt?: Failure;
  /** One of several windows on the book, with an active sheet and a selection of its own. */
  isWindow?: boolean;
  /** Called when a request of the add-in has been done, before the next one is. */
  onDone?: () => void;
  /** Today as a day number, for dates typed without a year. */
  today?: () => number;
}

/** Answers Office.js's requests over a book, as Excel does. */
export class Host {
  /** One per `context.sync()` that had something to send, in order. */
  readonly requests: RequestRecord[] = [];
  readonly workspace: Workspace;
  failAt: Failure | null;
  /** The user is typing into a cell: Excel refuses requests until that is finished. */
  isCellEdited = false;
  /** How many are under way. */
  private calculations = 0;
  private listener: (entries: MessageEntry[]) => void = () => undefined;

  constructor(
    readonly book: Book,
    private readonly options: HostOptions = {},
  ) {
    const { readOnly = false, fileName = 'Workbook.xlsx', today = systemDay, isWindow = false } = options;
    this.workspace = new Workspace(book, readOnly, fileName, today, isWindow);
    this.workspace.onEvents = () => this.deliverEvents();
    this.failAt = options.failAt ?? null;
  }

  /**
   * Runs one request; errors of Excel are in the answer, as the protocol has it. Those of other windows wait, except
   * while this one waits for a calculation.
   */
  async answer(body: RequestBody, requestBytes = byteLength(JSON.stringify(body))): Promise<ResponseBody> {
    return this.workspace.turns.take(async () => {
      const record = describeRequest(body, requestBytes);
      this.requests.push(record);
      const response = await this.respond(body, record);
      // Excel calculates at once; here it is done when somebody would notice.
      if (this.workspace.hears(EVENT_TYPE.worksheetCalculated)) await this.calculate(false);
      record.responseBytes = byteLength(JSON.stringify(response));
      if (response.Error) record.error = response.Error.Code;
      this.workspace.endRequest();
      if (record.kind === 'sync') this.options.onDone?.();
      this.workspace.deliverSoon();
      return response;
    });
  }

  /** Calculates, if anything was changed since the last calculation. */
  async settle(): Promise<void> {
    const { recalculate } = this.options;
    if (!this.isCalculationDue || !recalculate) return;
    const { allDue } = this.workspace;
    this.workspace.allDue = false;
    await this.whileCalculating(() => recalculate(allDue));
  }

  /**
   * Runs a calculation that nobody asked the host for. Requests that come meanwhile do not start or await another:
   * a custom function that reads the workbook must not wait for the calculation that waits for it.
   */
  async whileCalculating<Answer>(calculate: () => Promise<Answer>): Promise<Answer> {
    this.workspace.dirty = false;
    this.calculations++;
    try {
      const answer = await calculate();
      this.raiseSheetsCalculated(isCalculated(answer) ? answer : null);
      return answer;
    } finally {
      this.calculations--;
    }
  }

  /** Formulas were calculated without an edit: a streaming function has answered again. */
  raiseCalculated(calculated: Calculated | null = null): void {
    this.raiseSheetsCalculated(calculated);
    this.deliverEvents();
  }

  /** Who takes events to the client; one at a time. */
  onEvents(listener: (entries: MessageEntry[]) => void): void {
    this.listener = listener;
  }

  /** Tells the add-in of an edit that it did not make itself: of the user or of a co-author. */
  raiseChanged(sheet: Sheet, area: Area, details: ChangeDetails = {}): void {
    this.workspace.changed(sheet, area, { triggerSource: 'Unknown', ...details });
    this.deliverEvents();
  }

  /** The user selects cells. */
  raiseSelectionChanged(sheet: Sheet, area: Area): void {
    this.workspace.select(sheet, area);
    this.deliverEvents();
  }

  deliverEvents(): void {
    const entries = this.workspace.events.splice(0);
    if (entries.length > 0) this.listener(entries);
  }

  private async respond(body: RequestBody, record: RequestRecord): Promise<ResponseBody> {
    const limit = this.options.payloadLimit ?? Infinity;
    if (record.requestBytes > limit) return refusal('RequestPayloadSizeLimitExceeded', 413);
    if (this.isCellEdited && record.kind === 'sync') return refusal('InvalidOperationInCellEditMode', 400);
    const failure = this.failureFor(record);
    const interpreter = new Interpreter(body, this.workspace, (always) => this.calculate(always ?? false));
    const failing = failure ? actionAfterWrites(body, failure.afterWrites ?? 0) : -1;
    const response = await interpreter.run((index) => {
      if (failure && index === failing) throw new ExcelError(failure.code, failure.message);
    });
    if (limit < Infinity && byteLength(JSON.stringify(response)) > limit) {
      return refusal('ResponsePayloadSizeLimitExceeded', 413);
    }
    return response;
  }

  /** One event a sheet; one that names no sheet where it is not known which were calculated. */
  private raiseSheetsCalculated(report: Calculated | null): void {
    if (!report) {
      const anySheet = { worksheetId: '', address: '' };
      this.workspace.raise(EVENT_TYPE.worksheetCalculated, WORKBOOK_TARGET, anySheet);
      return;
    }
    for (const name of new Set(report.calculated.map(({ sheet }) => sheet))) {
      const sheet = this.book.sheet(name);
      if (sheet) this.workspace.raiseForSheet(EVENT_TYPE.worksheetCalculated, sheet, { address: '' });
    }
  }

  private failureFor(record: RequestRecord): Failure | null {
    const wanted = this.failAt;
    const kind = wanted?.kind ?? 'sync';
    if (!wanted || record.kind !== kind) return null;
    const number = this.requests.filter((request) => request.kind === kind).length;
    if (number > wanted.request && wanted.staysAway) return { ...wanted, afterWrites: 0 };
    return number === wanted.request ? wanted : null;
  }

  private async calculate(always: boolean): Promise<void> {
    const { calculationMode, calculationSuspended } = this.workspace;
    const wanted = always || (calculationMode !== 'Manual' && !calculationSuspended);
    if (wanted && this.isCalculationDue) await this.workspace.turns.lend(() => this.settle());
  }

  private get isCalculationDue(): boolean {
    return this.calculations === 0 && this.workspace.dirty && this.options.recalculate !== undefined;
  }
}

function isCalculated(answer: unknown): answer is Calculated {
  return typeof answer === 'object' && answer !== null && 'calculated' in answer;
}

function refusal(code: ExcelErrorCode, status: number): ResponseBody {
  const { message } = new ExcelError(code);
  return {
    Results: [],
    Error: { Code: code, Message: message, Location: '', ActionIndex: -1, HttpStatusCode: status },
  };
}

function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/** Today in the computer's own time zone, as a day number of the 1900 system. */
function systemDay(): number {
  const now = new Date();
  return Math.round(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86_400_000) + 25_569;
}
