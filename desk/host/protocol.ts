/** The messages of Office.js's request channel, as far as the Desk reads them. */
export interface RequestBody {
  AutoKeepReference?: boolean;
  Actions: Action[];
  ObjectPaths: Record<string, ObjectPath>;
}

export const PATH = {
  root: 1,
  newObject: 2,
  method: 3,
  property: 4,
  indexer: 5,
  reference: 6,
  nullObject: 7,
} as const;

export interface ObjectPath {
  Id: number;
  ObjectPathType: number;
  Name: string;
  ParentObjectPathId?: number;
  ArgumentInfo?: ArgumentInfo;
}

export const ACTION = { instantiate: 1, query: 2, method: 3, setProperty: 4, trace: 5 } as const;

export interface Action {
  Id: number;
  ActionType: number;
  Name: string;
  ObjectPathId: number;
  ArgumentInfo?: ArgumentInfo;
  QueryInfo?: QueryInfo;
}

export interface QueryInfo {
  Select?: string[];
  Expand?: string[];
  Top?: number;
  Skip?: number;
}

export interface ArgumentInfo {
  Arguments?: unknown[];
  /** Beside each argument: 0, the id of the object path it stands for, or a list of the same for an array. */
  ReferencedObjectPathIds?: ReferencedIds;
}

export type ReferencedIds = (number | ReferencedIds)[];

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds?: number[];
  Error?: {
    Code: string;
    Message: string;
    /** Such as `Worksheet.getRange`. */
    Location: string;
    ActionIndex: number;
    HttpStatusCode: number;
  };
}

/** One entry of a message of type 3: category, type, target, JSON text, id. */
export type MessageEntry = [category: number, type: number, target: string, json: string, id: number];
