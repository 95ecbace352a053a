import { wordArgument } from '../arguments';
import type { ClassSpec } from '../class-spec';

/** `Office.addin.showAsTaskpane()` and `hide()` of a shared runtime. */
export const appRuntimeService: ClassSpec<null> = {
  methods: {
    GetAppRuntimeState: (_target, _args, workspace) => (workspace.paneVisible ? 'Visible' : 'Background'),
    SetAppRuntimeState(_target, [state], workspace) {
      workspace.onPaneVisible(wordArgument(state, ['Visible', 'Background'] as const) === 'Visible');
    },
  },
};
