import { overrideDates } from './dates';
import { overrideLogic } from './logic';
import type { Overriding } from './overriding';
import { overrideText } from './text';
import { overrideUnique } from './unique';

/** Puts right what the engine's functions do otherwise than Excel's. */
export function calculateAsExcel(overriding: Overriding): void {
  overrideText(overriding);
  overrideLogic(overriding);
  overrideDates(overriding);
  overrideUnique(overriding);
  // Texts that read as numbers are numbers to the operators, dates and amounts too.
  for (const name of ['PLUS', 'MINUS', 'MULTIPLY', 'DIVIDED', 'POWER'])
    overriding.changeArguments(name, null, (value) => {
      if (!value.isString()) return value;
      const number = overriding.number(String(value.getValue()));
      return overriding.values.toObject(number);
    });
}
