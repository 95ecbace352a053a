import { memberName, specOf } from './classes';
import { ExcelError, invalidArgument, unsupported } from './errors';
import {
  ACTION,
  PATH,
  type Action,
  type ArgumentInfo,
  type ObjectPath,
  type ReferencedIds,
} from './protocol';
import type { RequestBody, ResponseBody } from './protocol';
import { project } from './projection';
import { HostObject, object } from './targets';
import type { Workspace } from './workspace';

/** A method of the interpreter's caller: run before action `index`; may throw to make the request fail there. */
export type BeforeAction = (index: number) => void;

/** Client object type names for which a request has no workbook. */
const NEW_OBJECTS: Record<string, HostObject> = {
  'Microsoft.AppRuntime.AppRuntimeService': object('AppRuntimeService', null),
  'Microsoft.ExcelServices.CustomFunctions': object('CustomFunctions', null),
  'Microsoft.InternalService.AddinInternalService': object('AddinInternalService', null),
};

/** Runs the actions of one request in order. As in Excel, what came before a failing action stays done. */
export class Interpreter {
  /** What each object path of the request stands for; null is a null object. */
  private readonly resolved = new Map<number, HostObject | null>();
  private readonly kept = new Map<number, string>();

  constructor(
    private readonly body: RequestBody,
    private readonly workspace: Workspace,
    private readonly calculate: (whateverTheMode?: boolean) => Promise<void>,
  ) {}

  async run(beforeAction: BeforeAction): Promise<ResponseBody> {
    const response: ResponseBody = { Results: [], TraceIds: [] };
    for (const [index, action] of this.body.Actions.entries()) {
      try {
        beforeAction(index);
        const value = await this.perform(action);
        if (action.ActionType === ACTION.trace) response.TraceIds?.push(action.Id);
        response.Results.push({ ActionId: action.Id, Value: value });
      } catch (error) {
        response.Error = this.describe(error, index, action);
        return response;
      }
    }
    this.failAtEnd(response, beforeAction);
    return response;
  }

  /** A failure that was asked for after the last action: all is done, but the client is told that it failed. */
  private failAtEnd(response: ResponseBody, beforeAction: BeforeAction): void {
    const { Actions } = this.body;
    const last = Actions.at(-1);
    try {
      beforeAction(Actions.length);
    } catch (error) {
      if (last) response.Error = this.describe(error, Actions.length - 1, last);
    }
  }

  private async perform(action: Action): Promise<unknown> {
    switch (action.ActionType) {
      case ACTION.instantiate:
        return this.instantiate(action.ObjectPathId);
      case ACTION.query:
        return this.query(action);
      case ACTION.method:
        return this.method(action);
      case ACTION.setProperty:
        return this.setProperty(action);
      case ACTION.trace:
        return null;
      default:
        throw unsupported(`requests of action type ${String(action.ActionType)}`);
    }
  }

  private async instantiate(pathId: number): Promise<unknown> {
    const found = await this.resolve(pathId);
    if (!found) return null;
    const reference = this.kept.get(pathId);
    if (reference !== undefined) return { _ReferenceId: reference };
    return specOf(found).identity?.(found.target, this.workspace) ?? {};
  }

  private async query(action: Action): Promise<unknown> {
    const found = await this.resolve(action.ObjectPathId);
    if (!found) return null;
    return project(found, action.QueryInfo ?? {}, this.workspace, this.calculate);
  }

  private async method(action: Action): Promise<unknown> {
    const found = await this.resolve(action.ObjectPathId);
    if (!found) return null;
    if (action.Name === '_KeepReference') {
      this.kept.set(action.ObjectPathId, this.workspace.keep(found));
      return null;
    }
    const value = await this.call(found, action.Name, await this.arguments(action.ArgumentInfo));
    return value instanceof HostObject ? {} : (value ?? null);
  }

  private async setProperty(action: Action): Promise<null> {
    const found = await this.resolve(action.ObjectPathId);
    if (!found) return null;
    const { properties } = specOf(found);
    const set =
      properties && Object.hasOwn(properties, action.Name) ? properties[action.Name]?.set : undefined;
    if (!set) throw unsupported(`setting ${memberName(found, action.Name)}`);
    const [value] = await this.arguments(action.ArgumentInfo);
    set(found.target, value, this.workspace);
    this.workspace.edited = true;
    return null;
  }

  private async call(on: HostObject, name: string, args: unknown[]): Promise<unknown> {
    const spec = specOf(on);
    const method = spec.methods && Object.hasOwn(spec.methods, name) ? spec.methods[name] : undefined;
    if (!method) throw unsupported(memberName(on, name));
    if (spec.calculated?.has(name)) await this.calculate();
    const value = method(on.target, args, this.workspace);
    if (spec.calculates?.has(name)) await this.calculate(true);
    return value;
  }

  private async resolve(pathId: number): Promise<HostObject | null> {
    const known = this.resolved.get(pathId);
    if (known !== undefined) return alive(known, this.workspace);
    const path = this.body.ObjectPaths[String(pathId)];
    if (!path)
      throw invalidArgument(`The request names an object path ${String(pathId)} that it does not hold.`);
    const found = await this.evaluate(path);
    this.resolved.set(pathId, found);
    return alive(found, this.workspace);
  }

  private async evaluate(path: ObjectPath): Promise<HostObject | null> {
    switch (path.ObjectPathType) {
      case PATH.root:
        return object('Workbook', this.workspace.book);
      case PATH.newObject:
        return newObject(path.Name);
      case PATH.nullObject:
        return null;
      case PATH.reference: {
        const found = this.workspace.reference(path.Name);
        if (!found) throw new ExcelError('ItemNotFound');
        return found;
      }
      default:
        return this.evaluateMember(path);
    }
  }

  private async evaluateMember(path: ObjectPath): Promise<HostObject | null> {
    const parent = await this.resolve(path.ParentObjectPathId ?? 0);
    if (!parent) return null;
    const spec = specOf(parent);
    if (path.ObjectPathType === PATH.property) {
      const link = spec.links && Object.hasOwn(spec.links, path.Name) ? spec.links[path.Name] : undefined;
      if (!link) throw unsupported(memberName(parent, path.Name));
      return link(parent.target, this.workspace);
    }
    const args = await this.arguments(path.ArgumentInfo);
    if (path.ObjectPathType === PATH.indexer) {
      if (!spec.item) throw unsupported(memberName(parent, 'GetItem'));
      return spec.item(parent.target, args[0], this.workspace);
    }
    if (path.ObjectPathType !== PATH.method) {
      throw unsupported(`object paths of type ${String(path.ObjectPathType)}`);
    }
    const value = await this.call(parent, path.Name, args);
    return value instanceof HostObject ? value : null;
  }

  /** The arguments, with objects of the API where the client sent the id of an object path. */
  private async arguments(info: ArgumentInfo | undefined): Promise<unknown[]> {
    const args = info?.Arguments ?? [];
    return info?.ReferencedObjectPathIds ? this.referenced(args, info.ReferencedObjectPathIds) : args;
  }

  private async referenced(args: unknown[], ids: ReferencedIds): Promise<unknown[]> {
    const resolved: unknown[] = [];
    for (const [index, arg] of args.entries()) {
      const id = ids[index] ?? 0;
      if (Array.isArray(id)) resolved.push(await this.referenced(arg as unknown[], id));
      else resolved.push(id === 0 ? arg : await this.resolve(id));
    }
    return resolved;
  }

  private describe(error: unknown, index: number, action: Action): NonNullable<ResponseBody['Error']> {
    const known = error instanceof ExcelError ? error : new ExcelError('GeneralException', String(error));
    const code = known.code;
    return {
      Code: code,
      Message: known.message,
      Location: this.location(action),
      ActionIndex: index,
      HttpStatusCode: code === 'ItemNotFound' ? 404 : code === 'NotImplemented' ? 501 : 400,
    };
  }

  /** Such as `WorksheetCollection.getItem`: where Excel says that a request failed. */
  private location(action: Action): string {
    const path = this.body.ObjectPaths[String(action.ObjectPathId)];
    const on = this.resolved.get(action.ObjectPathId);
    if (on) return memberName(on, action.Name || 'load');
    const parent = path && this.resolved.get(path.ParentObjectPathId ?? 0);
    return parent ? memberName(parent, path.Name || 'GetItem') : (path?.Name ?? '');
  }
}

function newObject(name: string): HostObject {
  const found = Object.hasOwn(NEW_OBJECTS, name) ? NEW_OBJECTS[name] : undefined;
  if (!found) throw unsupported(name);
  return found;
}

/** Objects of deleted sheets, tables and cells are gone. */
function alive(found: HostObject | null, workspace: Workspace): HostObject | null {
  if (found && specOf(found).isGone?.(found.target, workspace)) throw new ExcelError('ItemNotFound');
  return found;
}
