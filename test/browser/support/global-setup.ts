import { buildWhatIsOld } from '../../../desk/browser/server/build';
import { startBrowser } from './start-browser';

/** One build and one browser for all browser tests. What fails here is told at once, and by each of them (`openDesk`). */
export default async function setUp(): Promise<void> {
  try {
    const [browser] = await Promise.all([startBrowser(), buildWhatIsOld()]);
    process.env['DESK_BROWSER'] = browser.wsEndpoint();
    Object.assign(globalThis, { deskBrowser: browser });
  } catch (problem) {
    const words = problem instanceof Error ? problem.message : String(problem);
    process.env['DESK_PROBLEM'] = words;
    process.stderr.write(`The browser tests cannot run. ${words}\n`);
  }
}
