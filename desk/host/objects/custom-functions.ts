import type { ClassSpec } from '../class-spec';

/** What the runtime of custom functions answers to. */
export const customFunctions: ClassSpec<null> = {
  methods: {
    SetInvocationResults(_target, [results], workspace) {
      workspace.onFunctionResults(Array.isArray(results) ? results : []);
    },
  },
};
