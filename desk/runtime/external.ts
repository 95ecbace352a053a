/** `GetInitialDisplayMode` of a shared runtime, as the loader maps it (`initialDisplayModeMappings`). */
const DISPLAY_MODES = { unknown: 0, hidden: 1, taskpane: 2 } as const;

/** `dispidAppCommandInvokedEvent` and `dispidAppCommandInvocationCompletedMethod` of the client. */
const COMMAND_INVOKED = 39;
const COMMAND_COMPLETED = 94;
const SUCCESS = 0;

export interface ExternalOptions {
  requirementSets: Record<string, string>;
  /** Where `Office.context.document.settings` are kept. */
  settings: Map<string, unknown>;
  displayMode: keyof typeof DISPLAY_MODES;
  /** Colours of `Office.context.officeTheme` as the client reads them: 0xRRGGBB. Without it there is no theme. */
  theme?: Record<string, number>;
  /** Told of each ribbon command that called `event.completed()`: the id that `runCommand` was given. */
  onCommandCompleted?: (id: string) => void;
}

type CommandHandler = (event: number, payload: { toArray(): string[] }) => void;

/** `window.external` as Excel's web view gives it, and how Excel runs a ribbon command in the page. */
export function external(options: ExternalOptions): {
  external: object;
  /** Calls the function that `Office.actions.associate` gave a name; false while the client is not ready. */
  runCommand: (id: string, functionName: string, controlId: string) => boolean;
} {
  let onCommand: CommandHandler | null = null;
  return {
    external: {
      GetHostInfo: () => `Excel$Win32$16.01$en-US$$$$${String(hostFlags(options))}`,
      GetContext: () => context(options),
      GetLoggingAllowed: () => false,
      // The older API beside `Excel.run` (`Office.context.document`, dialogs) is not there.
      Execute(id: number, parameters: unknown[], callback: (status: number) => void) {
        if (id !== COMMAND_COMPLETED) throw unsupported('call', id);
        callback(SUCCESS);
        options.onCommandCompleted?.(String(parameters[0]));
      },
      RegisterEvent(
        id: number,
        _target: string,
        handler: CommandHandler,
        callback: (status: number) => void,
      ) {
        if (id !== COMMAND_INVOKED) throw unsupported('event', id);
        onCommand = handler;
        callback(SUCCESS);
      },
      UnregisterEvent(id: number) {
        throw unsupported('event', id);
      },
    },
    runCommand(id, functionName, controlId) {
      const event = JSON.stringify({ source: { id: controlId } });
      onCommand?.(COMMAND_INVOKED, { toArray: () => [id, functionName, event] });
      return onCommand !== null;
    },
  };
}

/** `OSF.HostInfoFlags.SharedApp`: without it the client tells nobody whether the pane is shown. */
const SHARED_APP = 1;

function hostFlags({ displayMode }: ExternalOptions): number {
  return displayMode === 'unknown' ? 0 : SHARED_APP;
}

function unsupported(what: string, id: number): Error {
  return new Error(`The Desk does not support ${what} ${String(id)} of Office's common API yet`);
}

/** What `GetContext` answers with: getters. */
function context({ requirementSets, settings, displayMode, theme }: ExternalOptions): object {
  return {
    GetAppType: () => 1,
    GetAppVersionMajor: () => 16,
    GetAppVersionMinor: () => 0,
    GetAppUILocale: () => 0x409,
    GetAppDataLocale: () => 0x409,
    GetDocUrl: () => 'workbook.xlsx',
    GetAppCapabilities: () => 0,
    GetActivationMode: () => 0,
    GetControlIntegrationLevel: () => 0,
    GetSolutionRef: () => '',
    GetSolutionToken: () => '',
    GetCorrelationId: () => 'desk',
    GetInstanceId: () => 'desk',
    GetTouchEnabled: () => false,
    GetCommerceAllowed: () => false,
    GetHostCustomMessage: () => '',
    GetHostFullVersion: () => '16.0.0.0',
    GetSupportedMatrix: () => JSON.stringify(requirementSets),
    GetInitialDisplayMode: () => DISPLAY_MODES[displayMode],
    GetSettings: () => settingsObject(settings),
    ...(theme && { GetOfficeThemeInfo: () => JSON.stringify(theme) }),
  };
}

/** The client reads and writes all settings at once: two lists, values as JSON text. */
function settingsObject(settings: Map<string, unknown>): object {
  return {
    Read(keys: string[], values: string[]) {
      for (const [key, value] of settings) {
        keys.push(key);
        values.push(JSON.stringify(value));
      }
    },
    Write(keys: string[], values: string[]) {
      settings.clear();
      keys.forEach((key, index) => settings.set(key, JSON.parse(values[index] ?? 'null')));
    },
  };
}

/** What the Desk answers for; more than it supports, so that what is missing is refused by its own name. */
export const REQUIREMENT_SETS: Record<string, string> = {
  ExcelApi: '1.17',
  CustomFunctionsRuntime: '1.4',
  SharedRuntime: '1.2',
  RibbonApi: '1.1',
  DialogApi: '1.2',
};
