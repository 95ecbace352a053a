import { ACTION, type Action, type RequestBody } from './protocol';

/** What one request was, so that tests can count round trips and bytes. */
export interface RequestRecord {
  /**
   * `sync`: the add-in's own; `cleanup`: the client gives back objects that `Excel.run` held (nobody waits for it);
   * `functions`: results of custom functions; `client`: the client's own announcements.
   */
  kind: 'sync' | 'cleanup' | 'functions' | 'client';
  actions: number;
  /** Properties set and methods called. */
  writes: number;
  requestBytes: number;
  responseBytes: number;
  /** What was written, called and loaded, each once: `set Values`, `Delete`, `load name,id`. */
  what: string[];
  /** Excel's code, if it failed. */
  error?: string;
}

const KINDS = new Map<string, RequestRecord['kind']>([
  ['SetInvocationResults', 'functions'],
  ['NotifyActionHandlerReady', 'client'],
  ['SetAppRuntimeState', 'client'],
]);

const INTERNAL = new Set(['_KeepReference', '_ValidateArraySize']);

/** Which action follows so many writes; the number of actions when there are not so many. */
export function actionAfterWrites(body: RequestBody, writes: number): number {
  if (writes === 0) return 0;
  let done = 0;
  for (const [index, action] of body.Actions.entries()) {
    if (isWrite(action)) done++;
    if (done === writes) return index + 1;
  }
  return body.Actions.length;
}

function isWrite({ ActionType, Name }: Action): boolean {
  return ActionType === ACTION.setProperty || (ActionType === ACTION.method && !Name.startsWith('_'));
}

export function describeRequest(body: RequestBody, requestBytes: number): RequestRecord {
  const what = new Set<string>();
  let onlyReleases = true;
  for (const action of body.Actions) {
    if (action.ActionType === ACTION.instantiate || action.ActionType === ACTION.trace) continue;
    if (action.Name !== '_RemoveReference') onlyReleases = false;
    if (action.ActionType === ACTION.query) what.add(`load ${(action.QueryInfo?.Select ?? ['*']).join(',')}`);
    else if (action.ActionType === ACTION.setProperty) what.add(`set ${action.Name}`);
    else if (!INTERNAL.has(action.Name)) what.add(action.Name);
  }
  const kind = KINDS.get([...what][0] ?? '') ?? (onlyReleases && what.size > 0 ? 'cleanup' : 'sync');
  const writes = body.Actions.filter(isWrite).length;
  return { kind, actions: body.Actions.length, writes, requestBytes, responseBytes: 0, what: [...what] };
}
