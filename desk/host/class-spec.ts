import type { HostObject } from './targets';
import type { Workspace } from './workspace';

export interface Property<T> {
  get?: (target: T, workspace: Workspace) => unknown;
  set?: (target: T, value: unknown, workspace: Workspace) => void;
  /** Its value depends on formulas: what was changed is calculated before it is read. */
  calculated?: boolean;
}

/**
 * One Office.js class over the book. Names are Office.js's in Pascal case, as the client sends them. What is not
 * listed here is refused by name.
 */
export interface ClassSpec<T> {
  properties?: Record<string, Property<T>>;
  /** Navigation properties. Null is a null object. */
  links?: Record<string, (target: T, workspace: Workspace) => HostObject | null>;
  methods?: Record<string, (target: T, args: unknown[], workspace: Workspace) => unknown>;
  /** Methods whose answer depends on formulas. */
  calculated?: ReadonlySet<string>;
  /** Methods after which everything is calculated, whatever the calculation mode. */
  calculates?: ReadonlySet<string>;
  /** Collections: all members, and one by its key. */
  items?: (target: T, workspace: Workspace) => HostObject[];
  item?: (target: T, key: unknown, workspace: Workspace) => HostObject;
  /** Whether what it stands for was deleted. */
  isGone?: (target: T, workspace: Workspace) => boolean;
  /** What the client learns with the object itself: its id, by which it asks for it again. */
  identity?: (target: T, workspace: Workspace) => Record<string, unknown>;
}
