import { closeOtherWindows, leaveBrowser } from './open-desk';

/** A busy machine of two cores takes four times as long as a quiet one: what never comes is told all the same. */
jest.setTimeout(180_000);

afterEach(closeOtherWindows);
afterAll(leaveBrowser);
