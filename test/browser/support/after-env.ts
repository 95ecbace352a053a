import { closeOtherWindows, leaveBrowser } from './open-desk';

jest.setTimeout(60_000);

afterEach(closeOtherWindows);
afterAll(leaveBrowser);
