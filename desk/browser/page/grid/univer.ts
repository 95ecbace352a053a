import { createUniver, LocaleType } from '@univerjs/presets';
import type { FUniver, Univer } from '@univerjs/presets';
import {
  CalculationMode,
  SetFormulaCalculationStartMutation,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';

/**
 * Starts Univer's grid. Its own formula engine never calculates, since each time that it would is called off: it keeps
 * a formula's text for the formula bar and shows the value that it is given.
 */
export function startUniver(container: HTMLElement): { univer: Univer; api: FUniver } {
  const { univer, univerAPI: api } = createUniver({
    locale: LocaleType.EN_US,
    locales: { [LocaleType.EN_US]: enUS },
    presets: [
      UniverSheetsCorePreset({
        container,
        toolbar: false,
        formula: { initialFormulaComputing: CalculationMode.NO_CALCULATION },
        sheets: { disableForceStringAlert: true, disableForceStringMark: true },
        disableTextFormatAlert: true,
        disableTextFormatMark: true,
      }),
    ],
  });
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (event.id === SetFormulaCalculationStartMutation.id) event.cancel = true;
  });
  return { univer, api };
}
