import { buildWhatIsOld } from '../../../desk/browser/server/build';
import { startBrowser } from './start-browser';

/** One build and one browser for all browser tests. What fails here is told by each of them (`openDesk`). */
export default async function setUp(): Promise<void> {
  try {
    const [browser] = await Promise.all([startBrowser(), buildWhatIsOld()]);
    process.env['DESK_BROWSER'] = browser.wsEndpoint();
    Object.assign(globalThis, { deskBrowser: browser });
  } catch (problem) {
    process.env['DESK_PROBLEM'] = problem instanceof Error ? problem.message : String(problem);
  }
}
