import fc from 'fast-check';
import { Book } from '../../../desk/book/book';
import type { Author } from '../../../desk/together/author';
import { CoAuthors } from '../../../desk/together/co-authors';
import { writeXlsx } from '../../../desk/xlsx/write-xlsx';
import { contentsOf } from '../../support/desk';

let together: CoAuthors;
let ada: Author;
let ben: Author;
beforeEach(async () => {
  const book = new Book();
  const sheet = book.addSheet('Data');
  for (let row = 0; row < 6; row++) sheet.setValue(row, 0, `row ${String(row + 1)}`);
  book.addSheet('Other');
  await open(book);
});
afterEach(() => together.close());

async function open(book: Book): Promise<void> {
  together = await CoAuthors.open(book);
  const [first, second] = together.authors;
  if (!first || !second) throw new Error('no authors');
  ada = first;
  ben = second;
}

type Work = (sheet: Excel.Worksheet, context: Excel.RequestContext) => unknown;

/** One request of an author. */
const does = (author: Author, work: Work): Promise<void> =>
  author.run(async (context) => {
    work(context.workbook.worksheets.getItem('Data'), context);
    await context.sync();
  });

const writes = (author: Author, address: string, value: unknown): Promise<void> =>
  does(author, (sheet) => (sheet.getRange(address).formulas = [[value]]));

/** What column A of a copy holds, formulas as such. */
const column = ({ book }: Author, letter = 'A'): unknown[] => {
  const sheet = book.sheet('Data');
  return Array.from({ length: 9 }, (_, row) => {
    const cell = sheet?.cell(row, letter.charCodeAt(0) - 65);
    return cell?.formula ?? cell?.value ?? '';
  });
};

/** All that a copy holds, in an order of its own. */
const everything = ({ book }: Author): unknown => ({
  sheets: contentsOf(book),
  order: book.sheets.map(({ id }) => id),
  names: new Map(book.names.map(({ scope, name, formula }) => [`${scope?.name ?? ''} ${name}`, formula])),
  layouts: book.sheets.map(({ merges, pageLayout }) => ({ merges, pageLayout })),
});

test('nobody sees what the other did until it is merged, then both do', async () => {
  await writes(ada, 'B1', 'ada');
  await writes(ben, 'C1', 'ben');
  expect([ada.book.sheet('Data')?.cell(0, 2), ben.book.sheet('Data')?.cell(0, 1)]).toEqual([
    undefined,
    undefined,
  ]);
  together.merge();
  for (const author of [ada, ben]) {
    const sheet = author.book.sheet('Data');
    expect([sheet?.cell(0, 1)?.value, sheet?.cell(0, 2)?.value]).toEqual(['ada', 'ben']);
  }
});

test.each<[string, boolean, string]>([
  ['the second', false, 'ben'],
  ['the first', true, 'ada'],
])('of two edits of one cell the last is kept: that of %s', async (_, isAdaLast, kept) => {
  if (!isAdaLast) await writes(ada, 'A1', 'ada');
  await writes(ben, 'A1', 'ben');
  if (isAdaLast) await writes(ada, 'A1', 'ada');
  together.merge();
  expect([column(ada)[0], column(ben)[0]]).toEqual([kept, kept]);
});

test('one edits the number, the other the look of another cell: neither is lost', async () => {
  await writes(ada, 'A1', 1);
  await does(ben, (sheet) => (sheet.getRange('A2').format.font.bold = true));
  together.merge();
  const sheet = ada.book.sheet('Data');
  expect([sheet?.cell(0, 0)?.value, sheet?.styleOf(1, 0).bold]).toEqual([1, true]);
});

describe('rows that one inserts', () => {
  test('move what the other writes later, and formulas with it', async () => {
    await does(ada, (sheet) => sheet.getRange('2:3').insert('Down'));
    await writes(ben, 'B4', 'beside row 4');
    await writes(ben, 'C1', '=A4&A1');
    together.merge();
    for (const author of [ada, ben]) {
      expect(column(author)).toEqual(['row 1', '', '', 'row 2', 'row 3', 'row 4', 'row 5', 'row 6', '']);
      expect([column(author, 'B')[5], column(author, 'C')[0]]).toEqual(['beside row 4', '=A6&A1']);
    }
  });

  test('move what the other wrote before as well', async () => {
    await writes(ben, 'B4', 'beside row 4');
    await does(ada, (sheet) => sheet.getRange('2:3').insert('Down'));
    together.merge();
    expect([column(ada, 'B')[5], column(ben, 'B')[5]]).toEqual(['beside row 4', 'beside row 4']);
  });

  test('and rows that the other inserts are all there, whose are last come after', async () => {
    await does(ada, (sheet) => {
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('A3').values = [['ada']];
    });
    await does(ben, (sheet) => {
      sheet.getRange('3:3').insert('Down');
      sheet.getRange('A3').values = [['ben']];
    });
    together.merge();
    for (const author of [ada, ben])
      expect(column(author).slice(0, 6)).toEqual(['row 1', 'row 2', 'ada', 'ben', 'row 3', 'row 4']);
  });

  test('and a range that the other’s add-in holds follows', async () => {
    await ben.run(async (context) => {
      const cell = context.workbook.worksheets.getItem('Data').getRange('A4');
      cell.load('values');
      await context.sync();
      await does(ada, (sheet) => sheet.getRange('1:1').insert('Down'));
      together.merge();
      cell.load('address,values');
      await context.sync();
      expect([cell.address, cell.values]).toEqual(['Data!A5', [['row 4']]]);
    });
  });
});

describe('rows that one deletes', () => {
  test('take the other’s edits in them along', async () => {
    await does(ada, (sheet) => sheet.getRange('2:3').delete('Up'));
    await writes(ben, 'A3', 'lost');
    await writes(ben, 'A5', 'kept');
    together.merge();
    for (const author of [ada, ben])
      expect(column(author).slice(0, 5)).toEqual(['row 1', 'row 4', 'kept', 'row 6', '']);
  });

  test('leave a row that the other inserted among them', async () => {
    await does(ada, (sheet) => sheet.getRange('2:5').delete('Up'));
    await does(ben, (sheet) => {
      sheet.getRange('4:4').insert('Down');
      sheet.getRange('A4').values = [['ben']];
    });
    together.merge();
    for (const author of [ada, ben])
      expect(column(author).slice(0, 4)).toEqual(['row 1', 'ben', 'row 6', '']);
  });
});

describe('sheets', () => {
  test('that both add are both there, with what is on them, and formulas that name them', async () => {
    for (const [author, word] of [
      [ada, 'ada'],
      [ben, 'ben'],
    ] as const)
      await does(author, (sheet, { workbook }) => {
        const added = workbook.worksheets.add(`Pages of ${word}`);
        added.getRange('A1').values = [[word]];
        added.customProperties.add('run', word);
        sheet.getRange(word === 'ada' ? 'B1' : 'C1').formulas = [[`='Pages of ${word}'!A1`]];
      });
    together.merge();
    for (const { book } of [ada, ben]) {
      expect(book.sheets.map(({ name }) => name)).toEqual(['Data', 'Other', 'Pages of ada', 'Pages of ben']);
      const words = ['ada', 'ben'].map((word) => [
        book.sheet(`Pages of ${word}`)?.cell(0, 0)?.value,
        book.sheet(`Pages of ${word}`)?.customProperties.get('run')?.value,
      ]);
      expect(words).toEqual([
        ['ada', 'ada'],
        ['ben', 'ben'],
      ]);
    }
    expect([column(ben, 'B')[0], column(ada, 'C')[0]]).toEqual(["='Pages of ada'!A1", "='Pages of ben'!A1"]);
  });

  test('of one name: the second gets another, and its author’s formulas follow', async () => {
    for (const [author, cell] of [
      [ada, 'B1'],
      [ben, 'C1'],
    ] as const)
      await does(author, (sheet, { workbook }) => {
        workbook.worksheets.add('Claims').getRange('A1').values = [[cell]];
        sheet.getRange(cell).formulas = [['=Claims!A1']];
      });
    together.merge();
    for (const author of [ada, ben]) {
      expect(author.book.sheet('Claims')?.cell(0, 0)?.value).toBe('B1');
      expect(author.book.sheet('Claims (2)')?.cell(0, 0)?.value).toBe('C1');
      expect([column(author, 'B')[0], column(author, 'C')[0]]).toEqual(['=Claims!A1', "='Claims (2)'!A1"]);
    }
  });

  test('that one deletes are gone with what the other wrote there', async () => {
    await does(ada, (_, { workbook }) => workbook.worksheets.getItem('Other').delete());
    await does(
      ben,
      (_, { workbook }) => (workbook.worksheets.getItem('Other').getRange('A1').values = [[1]]),
    );
    await writes(ben, 'B1', '=Other!A1');
    together.merge();
    for (const author of [ada, ben]) {
      expect(author.book.sheets.map(({ name }) => name)).toEqual(['Data']);
      expect(column(author, 'B')[0]).toBe('=#REF!');
    }
  });

  test('that one renames are found by the other’s formulas under the new name', async () => {
    await does(ada, (_, { workbook }) => (workbook.worksheets.getItem('Other').name = 'Sessions'));
    await writes(ben, 'B1', '=Other!A1');
    together.merge();
    expect([column(ada, 'B')[0], column(ben, 'B')[0]]).toEqual(['=Sessions!A1', '=Sessions!A1']);
  });

  test('have the same id for both', async () => {
    await does(ada, (_, { workbook }) => workbook.worksheets.add('Pages'));
    together.merge();
    const ids = [ada, ben].map(({ book }) => book.sheets.map(({ id }) => id));
    expect(ids[0]).toEqual(ids[1]);
    expect(new Set(ids[0]).size).toBe(3);
  });
});

describe('tables', () => {
  beforeEach(async () => {
    await together.close();
    const book = new Book();
    book.addSheet('Data');
    await open(book);
    await does(ada, (sheet) => {
      sheet.getRange('A1:B2').values = [
        ['Client', 'Owed'],
        ['Ada', 1],
      ];
      sheet.tables.add('A1:B2', true).name = 'Claims';
    });
    together.merge();
  });

  const area = ({ book }: Author): unknown => book.sheet('Data')?.tables[0]?.area;

  test('that one made are the other’s to use', async () => {
    await does(ben, (_, { workbook }) => workbook.tables.getItem('Claims').rows.add(undefined, [['Ben', 2]]));
    together.merge();
    expect([area(ada), column(ada).slice(0, 3)]).toEqual([
      { row: 0, column: 0, rows: 3, columns: 2 },
      ['Client', 'Ada', 'Ben'],
    ]);
  });

  test('that both append to at their free end lose the first one’s row', async () => {
    for (const [author, name] of [
      [ada, 'Cleo'],
      [ben, 'Dora'],
    ] as const)
      await does(author, (sheet) => (sheet.getRange('A3:B3').values = [[name, 3]]));
    together.merge();
    for (const author of [ada, ben]) {
      expect(area(author)).toEqual({ row: 0, column: 0, rows: 3, columns: 2 });
      expect(column(author).slice(0, 4)).toEqual(['Client', 'Ada', 'Dora', '']);
    }
  });

  test('that both insert rows into have them all', async () => {
    for (const [author, name] of [
      [ada, 'Cleo'],
      [ben, 'Dora'],
    ] as const)
      await does(author, (_, { workbook }) => workbook.tables.getItem('Claims').rows.add(0, [[name, 3]]));
    together.merge();
    for (const author of [ada, ben]) {
      expect(area(author)).toEqual({ row: 0, column: 0, rows: 4, columns: 2 });
      expect(column(author).slice(0, 5)).toEqual(['Client', 'Cleo', 'Dora', 'Ada', '']);
    }
  });

  test('that one makes longer and the other longer still reach as far as that', async () => {
    await does(
      ada,
      (sheet) =>
        (sheet.getRange('A3:B5').values = [
          ['x', 1],
          ['y', 2],
          ['z', 3],
        ]),
    );
    await does(ben, (sheet) => (sheet.getRange('A3:B3').values = [['Dora', 3]]));
    together.merge();
    for (const author of [ada, ben]) expect(area(author)).toMatchObject({ rows: 5 });
    expect(column(ben).slice(2, 5)).toEqual(['Dora', 'y', 'z']);
  });

  test('of one name that both add: the second gets another', async () => {
    for (const [author, place] of [
      [ada, 'D1:D2'],
      [ben, 'F1:F2'],
    ] as const)
      await does(author, (sheet) => {
        sheet.getRange(place).values = [['Fee'], [1]];
        sheet.tables.add(place, true).name = 'Fees';
      });
    together.merge();
    for (const { book } of [ada, ben]) {
      const placed = book.sheet('Data')?.tables.map(({ name, area: { column: at } }) => [name, at] as const);
      expect(new Map(placed)).toEqual(
        new Map([
          ['Claims', 0],
          ['Fees', 3],
          ['Fees_2', 5],
        ]),
      );
    }
  });

  test('that one deletes and the other writes in: the cells are there, the table is not', async () => {
    await does(ada, (_, { workbook }) => workbook.tables.getItem('Claims').delete());
    await writes(ben, 'B2', 7);
    together.merge();
    for (const author of [ada, ben]) {
      expect(author.book.sheet('Data')?.tables).toEqual([]);
      expect(column(author, 'B')[1]).toBe(7);
    }
  });
});

describe('what add-ins keep with the workbook', () => {
  test('is kept of both, by its key', async () => {
    for (const [author, word] of [
      [ada, 'ada'],
      [ben, 'ben'],
    ] as const)
      await does(author, (_, { workbook }) => {
        workbook.settings.add(`of ${word}`, word);
        workbook.names.add(`Of_${word}`, `="${word}"`).visible = false;
        workbook.customXmlParts.add('<run xmlns="urn:run"/>');
      });
    together.merge();
    for (const { book } of [ada, ben]) {
      expect([...book.settings.values()].sort()).toEqual(['ada', 'ben']);
      expect(new Map(book.names.map(({ name, hidden }) => [name, hidden]))).toEqual(
        new Map([
          ['Of_ada', true],
          ['Of_ben', true],
        ]),
      );
      expect(new Set(book.customXmlParts.map(({ id }) => id)).size).toBe(2);
    }
  });

  test('under one key is the last one’s, whole', async () => {
    for (const [author, word] of [
      [ada, 'ada'],
      [ben, 'ben'],
    ] as const)
      await does(author, (_, { workbook }) => {
        workbook.settings.add('run', { [word]: true });
        workbook.names.getItemOrNullObject('Run').delete();
        workbook.names.add('Run', `="${word}"`);
      });
    together.merge();
    for (const { book } of [ada, ben]) {
      expect(book.settings.get('run')).toEqual({ ben: true });
      expect(book.names.map(({ formula }) => formula)).toEqual(['="ben"']);
    }
  });
});

test('a name follows the rows that the other inserted', async () => {
  await does(ada, (sheet) => sheet.getRange('1:1').insert('Down'));
  await does(ben, (_, { workbook }) => workbook.names.add('First', '=Data!$A$1'));
  together.merge();
  expect([ada, ben].map(({ book }) => book.names[0]?.formula)).toEqual(['=Data!$A$2', '=Data!$A$2']);
});

test('what the user does in a copy is merged as well, when it was done', async () => {
  ada.book.sheet('Data')?.setValue(0, 0, 'by hand');
  together.noteEdits();
  await writes(ben, 'A1', 'later');
  ada.book.sheet('Data')?.setValue(1, 0, 'by hand');
  together.merge();
  expect(column(ben).slice(0, 2)).toEqual(['later', 'by hand']);
});

test('an add-in is told of the other’s changes as of a co-author’s, once they are merged', async () => {
  const heard: string[] = [];
  await does(ben, (_, { workbook }) => {
    workbook.worksheets.onChanged.add(async ({ address, source, triggerSource, changeType }) => {
      heard.push([changeType, address, source, triggerSource].join(' '));
      await Promise.resolve();
    });
    workbook.worksheets.onAdded.add(async ({ source }) => {
      heard.push(`added ${source}`);
      await Promise.resolve();
    });
  });
  await does(ada, (sheet, { workbook }) => {
    sheet.getRange('3:3').insert('Down');
    sheet.getRange('B3:B4').values = [[1], [2]];
    workbook.worksheets.add('Pages');
  });
  const pass = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
  await pass();
  expect(heard).toEqual([]);
  together.merge();
  await pass();
  expect(heard).toEqual([
    'RowInserted 3:3 Remote Unknown',
    'added Remote',
    'RangeEdited B3:B4 Remote Unknown',
  ]);
});

test('the book that was given is left alone, and copies are saved as any workbook', async () => {
  await writes(ada, 'A1', 'ada');
  together.merge();
  expect(Buffer.from(writeXlsx(ada.book)).equals(Buffer.from(writeXlsx(ben.book)))).toBe(true);
});

/** One thing that an author may do in one request. */
const step = fc.tuple(
  fc.boolean(),
  fc.oneof(
    fc.record({ kind: fc.constant('write' as const), row: fc.nat(7), column: fc.nat(2), value: fc.nat(99) }),
    fc.record({ kind: fc.constant('formula' as const), row: fc.nat(7), to: fc.nat(7) }),
    fc.record({
      kind: fc.constant('insert' as const),
      row: fc.nat(7),
      count: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({
      kind: fc.constant('delete' as const),
      row: fc.nat(7),
      count: fc.integer({ min: 1, max: 2 }),
    }),
    fc.record({ kind: fc.constant('sheet' as const), name: fc.constantFrom('X', 'Y') }),
    fc.record({ kind: fc.constant('merge' as const) }),
  ),
);

test('whatever two people do, and whenever it is merged, both have the same in the end', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 2, maxLength: 10 }), async (steps) => {
      const book = new Book();
      const sheet = book.addSheet('Data');
      for (let row = 0; row < 6; row++) sheet.setValue(row, 0, row);
      await together.close();
      await open(book);
      for (const [isAda, what] of steps) {
        const author = isAda ? ada : ben;
        if (what.kind === 'merge') together.merge();
        else
          await does(author, (data, { workbook }) => {
            const lines = 'count' in what ? `${String(what.row + 1)}:${String(what.row + what.count)}` : '';
            if (what.kind === 'write') data.getCell(what.row, what.column).values = [[what.value]];
            else if (what.kind === 'formula')
              data.getCell(what.row, 3).formulas = [[`=A${String(what.to + 1)}+1`]];
            else if (what.kind === 'insert') data.getRange(lines).insert('Down');
            else if (what.kind === 'delete') data.getRange(lines).delete('Up');
            else workbook.worksheets.add(what.name);
          }).catch((error: unknown) => {
            // A second sheet of one name is refused; that is Excel's answer, and an answer is all this needs.
            if ((error as { code?: string }).code !== 'ItemAlreadyExists') throw error;
          });
      }
      together.merge();
      expect(everything(ada)).toEqual(everything(ben));
      const once = everything(ada);
      together.merge();
      expect([everything(ada), everything(ben)]).toEqual([once, once]);
    }),
    { numRuns: 25 },
  );
});
