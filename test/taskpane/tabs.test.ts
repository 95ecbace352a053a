import { tabAfter } from '../../src/taskpane/parts/tabs';

test.each([
  ['ArrowRight', 0, 1],
  ['ArrowRight', 5, 0],
  ['ArrowLeft', 0, 5],
  ['Home', 3, 0],
  ['End', 3, 5],
  ['Tab', 3, null],
])('%s on tab %i of six leads to %s', (key, at, wanted) => expect(tabAfter(key, at, 6)).toBe(wanted));
