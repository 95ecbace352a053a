/** The serial of 2000-01-01 when day numbers count from 1904; 36526 otherwise. */
const SERIAL_2000_IN_1904 = 35064;

/** Asks Excel from which year the workbook counts its days; the answer is there after the next sync. */
export function askDateSystem(workbook: Excel.Workbook): { readonly is1904: boolean } {
  const serial = workbook.functions.date(2000, 1, 1).load('value');
  return {
    get is1904() {
      return serial.value === SERIAL_2000_IN_1904;
    },
  };
}
