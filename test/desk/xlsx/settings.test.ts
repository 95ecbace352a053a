import fc from 'fast-check';
import { Book } from '../../../desk/book/book';
import { readXlsx } from '../../../desk/xlsx/read-xlsx';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { remember } from '../../../src/practice/set-up/remember';
import { NOTHING_REMEMBERED, askRemembered } from '../../../src/practice/set-up/remembered';
import { onDesk } from '../../support/desk';
import { KEPT_FEATURES } from './cases/kept-features';
import { handMade, partsOf } from './support/package-files';
import { anyText } from '../../support/any-text';

function bookWith(settings: Record<string, unknown>): Book {
  const book = new Book();
  book.addSheet('Sessions');
  for (const [key, value] of Object.entries(settings)) book.settings.set(key, value);
  return book;
}

test('what the user said in set-up is there when the file is opened again', async () => {
  const book = bookWith({});
  const said = { ...NOTHING_REMEMBERED, sheet: 'Termine <2026> & "Rest"', columns: { client: 'Klient' } };
  await onDesk(book, (context) => remember(context, said));
  const { answer } = await onDesk(readXlsx(writeXlsx(book)), async (context) => {
    const remembered = askRemembered(context);
    await context.sync();
    return remembered();
  });
  expect(answer).toEqual(said);
});

test('every setting comes back as it was', () => {
  fc.assert(
    fc.property(fc.dictionary(anyText(), fc.jsonValue()), (settings) => {
      const again = readXlsx(writeXlsx(bookWith(settings)));
      expect(JSON.stringify([...again.settings])).toBe(JSON.stringify(Object.entries(settings)));
    }),
    { numRuns: 50 },
  );
});

describe.each(KEPT_FEATURES)('beside $feature', ({ book: hand }) => {
  const file = handMade(hand);

  test('settings are kept, changed and taken out without harm to another part', () => {
    const book = readXlsx(file);
    book.settings.set('Claimsheet.SetUp', 'first');
    const saved = writeXlsx(book);
    const again = readXlsx(saved);
    expect([...again.settings]).toEqual([['Claimsheet.SetUp', 'first']]);
    expect(partsOf(writeXlsx(again))).toEqual(partsOf(saved));
    again.settings.set('Claimsheet.SetUp', 'second');
    const changed = readXlsx(writeXlsx(again));
    expect([...changed.settings]).toEqual([['Claimsheet.SetUp', 'second']]);
    changed.settings.delete('Claimsheet.SetUp');
    expect(partsOf(writeXlsx(changed))).toEqual(partsOf(file));
  });
});
