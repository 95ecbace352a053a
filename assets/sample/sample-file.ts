import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { sampleWorkbook } from './sample-workbook';

const STYLES = 'xl/styles.xml';

/**
 * The sample as an .xlsx file. Column widths are counted in digits of the workbook's plain font. exceljs always names
 * Calibri, which LibreOffice often lacks and replaces with a wider one; Arial 10 has the same digits and a stand-in of its widths everywhere.
 */
export async function sampleFile(): Promise<Uint8Array> {
  const parts = unzipSync(new Uint8Array(await sampleWorkbook().xlsx.writeBuffer()));
  const styles = strFromU8(parts[STYLES] ?? new Uint8Array());
  const plain = styles
    .replaceAll('<name val="Calibri"/>', '<name val="Arial"/>')
    .replaceAll('<scheme val="minor"/>', '')
    .replaceAll('<sz val="11"/>', '<sz val="10"/>');
  return zipSync({ ...parts, [STYLES]: strToU8(plain) });
}
