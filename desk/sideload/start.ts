import path from 'node:path';
import { hasExcel, NO_EXCEL, thisMachine } from './find-excel';

const MANIFEST = path.join(__dirname, '../../manifest.xml');

/** Starts the development server and Excel with the add-in in it. */
async function start(): Promise<void> {
  if (!hasExcel(thisMachine)) return console.log(NO_EXCEL);
  const { AppType, startDebugging } = await import('office-addin-debugging');
  const { OfficeApp } = await import('office-addin-manifest');
  await startDebugging(MANIFEST, {
    appType: AppType.Desktop,
    app: OfficeApp.Excel,
    devServerCommandLine: 'npm run dev-server',
    devServerPort: Number(process.env.npm_package_config_dev_server_port ?? 3000),
  });
}

void start();
