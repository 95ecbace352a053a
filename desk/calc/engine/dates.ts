import type {
  ArrayValueObject,
  BaseReferenceObject,
  BaseValueObject,
  FunctionVariantType,
  IFunctionService,
} from '@univerjs/preset-sheets-node-core';
import type { Univer } from './univer';

/** Day 0 of the 1904 system is day 1462 of the 1900 system. */
const DAYS_BETWEEN_SYSTEMS = 1462;

type DateFunction = {
  /** Which arguments are dates, counted from 0. */
  dates: readonly number[];
  givesDate: boolean;
};

/** The worksheet functions that take or give day numbers. Others (DAYS, HOUR, MIN …) do not see the system. */
const DATE_FUNCTIONS: Readonly<Record<string, DateFunction>> = {
  DATE: { dates: [], givesDate: true },
  DATEVALUE: { dates: [], givesDate: true },
  TODAY: { dates: [], givesDate: true },
  NOW: { dates: [], givesDate: true },
  YEAR: { dates: [0], givesDate: false },
  MONTH: { dates: [0], givesDate: false },
  DAY: { dates: [0], givesDate: false },
  WEEKDAY: { dates: [0], givesDate: false },
  WEEKNUM: { dates: [0], givesDate: false },
  ISOWEEKNUM: { dates: [0], givesDate: false },
  EDATE: { dates: [0], givesDate: true },
  EOMONTH: { dates: [0], givesDate: true },
  DATEDIF: { dates: [0, 1], givesDate: false },
  DAYS360: { dates: [0, 1], givesDate: false },
  YEARFRAC: { dates: [0, 1], givesDate: false },
  NETWORKDAYS: { dates: [0, 1, 2], givesDate: false },
  'NETWORKDAYS.INTL': { dates: [0, 1, 3], givesDate: false },
  WORKDAY: { dates: [0, 2], givesDate: true },
  'WORKDAY.INTL': { dates: [0, 3], givesDate: true },
  TEXT: { dates: [0], givesDate: false },
};

/** Makes TODAY and NOW answer a fixed day (Excel serial, 1900 system). */
export function fixToday(univer: Univer, functions: IFunctionService, today: number): void {
  for (const name of ['TODAY', 'NOW']) {
    const executor = functions.getExecutor(name);
    if (executor) executor.calculate = () => univer.NumberValueObject.create(today);
  }
}

/** The engine counts days in the 1900 system only: dates are moved on their way in and out. */
export function useDateSystem1904(univer: Univer, functions: IFunctionService): void {
  const moved = (variant: FunctionVariantType, days: number): BaseValueObject => {
    const value = variant.isReferenceObject()
      ? (variant as BaseReferenceObject).toArrayValueObject()
      : (variant as BaseValueObject);
    if (value.isArray()) return (value as ArrayValueObject).mapValue((single) => movedSingle(single, days));
    return movedSingle(value, days);
  };
  // Text that looks like a date is already read in the 1900 system by the engine.
  const movedSingle = (value: BaseValueObject, days: number): BaseValueObject =>
    value.isNumber() || value.isNull()
      ? univer.NumberValueObject.create(Number(value.getValue()) + days)
      : value;
  for (const [name, { dates, givesDate }] of Object.entries(DATE_FUNCTIONS)) {
    const executor = functions.getExecutor(name);
    if (!executor) continue;
    const calculate = executor.calculate.bind(executor) as (
      ...args: FunctionVariantType[]
    ) => BaseValueObject;
    executor.calculate = (...args: FunctionVariantType[]) => {
      const isDate = name !== 'TEXT' || isDateFormat(args[1]);
      const given = args.map((arg, at) =>
        isDate && dates.includes(at) ? moved(arg, DAYS_BETWEEN_SYSTEMS) : arg,
      );
      const answer = calculate(...given);
      return givesDate ? moved(answer, -DAYS_BETWEEN_SYSTEMS) : answer;
    };
  }
}

/** `yyyy-mm-dd` is one, `0.00` and `"days" 0` are not. */
function isDateFormat(format: FunctionVariantType | undefined): boolean {
  if (!format || format.isReferenceObject()) return false;
  const text = String((format as BaseValueObject).getValue());
  return /[dmyhs]/i.test(text.replace(/"[^"]*"?|\\./g, ''));
}
