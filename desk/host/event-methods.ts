import type { ClassSpec } from './class-spec';
import type { Workspace } from './workspace';

/**
 * `_Register…Event` and `_Unregister…Event`, which the client calls when the first handler is added and the last
 * one removed. `events` says which event number each name stands for.
 */
export function eventMethods<T>(
  events: Record<string, number>,
  targetId: (target: T, workspace: Workspace) => string,
): NonNullable<ClassSpec<T>['methods']> {
  const methods: NonNullable<ClassSpec<T>['methods']> = {};
  for (const [name, type] of Object.entries(events)) {
    methods[`_Register${name}Event`] = (target, _args, workspace) =>
      workspace.listen(type, targetId(target, workspace), 1);
    methods[`_Unregister${name}Event`] = (target, _args, workspace) =>
      workspace.listen(type, targetId(target, workspace), -1);
  }
  return methods;
}
