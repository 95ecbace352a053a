import path from 'node:path';
import { hasExcel, NO_EXCEL, thisMachine } from './find-excel';

const MANIFEST = path.join(__dirname, '../../manifest.xml');

/** Takes the add-in out of Excel again and ends the development server. */
async function stop(): Promise<void> {
  if (!hasExcel(thisMachine)) return console.log(NO_EXCEL);
  const { stopDebugging } = await import('office-addin-debugging');
  await stopDebugging(MANIFEST);
}

void stop();
