import { readOffset } from '../../../../src/forms/cms1500/overlay/offset';

test.each([
  ['2,-3', { right: 2, down: -3 }],
  [' 2.5 , 0 ', { right: 2.5, down: 0 }],
  ['2pt,-3pt', { right: 2, down: -3 }],
  ['0.02in,-0.03in', { right: 1.44, down: -2.16 }],
  ['-0,0', { right: 0, down: 0 }],
  ['36,-36', { right: 36, down: -36 }],
])('the offset "%s" is read', (text, offset) => {
  expect(readOffset(text)).toEqual(offset);
});

test.each(['', '2', '2,', '2,3,4', 'a,b', '1e3,0', '37,0', '0,-0.6in', '2 3', '2mm,3mm', 'Infinity,0'])(
  'the offset "%s" is refused',
  (text) => {
    expect(readOffset(text)).toBeNull();
  },
);
