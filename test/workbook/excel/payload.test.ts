import fc from 'fast-check';
import { groupsUnderLimit } from '../../../src/workbook/excel/payload';

test('steps keep their order, and no group of several is over the limit', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 60 })), (sizes) => {
      const steps = sizes.map((bytes, index) => ({ bytes, index }));
      const groups = groupsUnderLimit(steps, 50);
      expect(groups.flat()).toEqual(steps);
      for (const group of groups) {
        const bytes = group.reduce((sum, step) => sum + step.bytes, 0);
        expect(bytes <= 50 || group.length === 1).toBe(true);
      }
    }),
  );
});

test('what fits into one request takes one', () => {
  expect(groupsUnderLimit([{ bytes: 20 }, { bytes: 30 }], 50)).toHaveLength(1);
});
