import { closeDesks } from './open-desk';

jest.setTimeout(60_000);

afterEach(closeDesks);
