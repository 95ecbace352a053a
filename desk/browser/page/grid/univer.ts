import { createUniver, LocaleType } from '@univerjs/presets';
import type { FUniver, Univer } from '@univerjs/presets';
import {
  CalculationMode,
  SetFormulaCalculationStartMutation,
  UniverSheetsCorePreset,
} from '@univerjs/preset-sheets-core';
import enUS from '@univerjs/preset-sheets-core/locales/en-US';
import { countPadding } from './text-overflow';

/** Entries of Univer's menus for what the Desk would only refuse. */
const NOT_OFFERED = [
  'sheet.contextMenu.permission',
  'sheet.contextMenu.text-to-number',
  'sheet.command.add-range-protection-from-sheet-bar',
  'sheet.command.change-sheet-protection-from-sheet-bar',
  'sheet.command.view-sheet-permission-from-sheet-bar',
  'sheet.command.delete-worksheet-protection-from-sheet-bar',
  'sheet.command.copy-sheet',
  'sheet.command.set-tab-color',
];

countPadding();

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
        menu: Object.fromEntries(NOT_OFFERED.map((id) => [id, { hidden: true }])),
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
