import { TABLES, TABLE_NAMES, type OwnTableName } from '../../src/workbook/tables';
import { columnsOf } from '../../src/workbook/tables/define-table';

/** What a user did to one of Claimsheet's own tables. */
export interface TableState {
  table: OwnTableName;
  /** Null where it was done to the table as a whole. */
  header: string | null;
  what: string;
  /** Does it, through Excel as a user would. */
  make(context: Excel.RequestContext): Promise<void>;
}

type Work = (table: Excel.Table, context: Excel.RequestContext) => Promise<void> | void;

const TO_TABLES: Record<string, Work> = {
  'its sheet deleted': (table) => {
    table.worksheet.delete();
  },
  'its cells cleared': (table) => {
    table.getDataBodyRange().clear('Contents');
  },
  renamed: (table) => {
    table.name = 'MyOwnName';
  },
  'its sheet renamed': (table) => {
    table.worksheet.name = 'My own name';
  },
  'turned into a range': (table) => {
    table.convertToRange();
  },
  'sorted from the end': async (table, context) => {
    const body = table.getDataBodyRange().load('values');
    await context.sync();
    body.values = [...body.values].reverse();
  },
  filtered: (table) => {
    table.columns.getItemAt(0).filter.applyValuesFilter(['nothing says this']);
  },
  'a column of the user’s between': (table) => {
    table.columns.add(1, undefined, 'My notes');
  },
  'a blank row between': (table) => {
    table.rows.add(1);
  },
  'its first row pasted below': async (table, context) => {
    const first = table.getDataBodyRange().getRow(0).load('values');
    await context.sync();
    table.rows.add(undefined, first.values);
  },
};

/** Done to the header and cells of one column; of a table that goes down, to one row. */
const TO_COLUMNS: Record<string, (of: ColumnCells) => void> = {
  'its header renamed': ({ header, words }) => {
    header.values = [[`${words} (mine)`]];
  },
  emptied: ({ cells }) => {
    cells.clear('Contents');
  },
  deleted: ({ remove }) => {
    remove();
  },
};

/** What does no harm to a column, and so is done to all of a table at once. */
const TO_ALL_COLUMNS: Record<string, (of: ColumnCells) => void> = {
  'headers in capitals': ({ header, words }) => {
    header.values = [[words.toUpperCase()]];
  },
  'a blank behind each header': ({ header, words }) => {
    header.values = [[`${words} `]];
  },
  'columns moved to the end': ({ move }) => {
    move();
  },
};

interface ColumnCells {
  words: string;
  header: Excel.Range;
  cells: Excel.Range;
  remove(): void;
  move(): void;
}

/** Every own table, each of its required columns, and everything that can be done to them. */
export function allStates(): TableState[] {
  return TABLE_NAMES.flatMap((table) => [
    ...Object.entries(TO_TABLES).map(([what, work]) => ofTable(table, what, work)),
    ...Object.entries(TO_ALL_COLUMNS).map(([what, work]) => ofAllColumns(table, what, work)),
    ...requiredOf(table).flatMap((header) =>
      Object.entries(TO_COLUMNS).map(([what, work]) => ofColumn(table, header, what, work)),
    ),
  ]);
}

export function titleOf({ table, header, what }: TableState): string {
  return `${table}${header === null ? '' : `, ${header}`}: ${what}`;
}

function requiredOf(table: OwnTableName): string[] {
  return columnsOf(TABLES[table]).flatMap(({ required, header }) => (required === null ? [] : header));
}

function ofTable(table: OwnTableName, what: string, work: Work): TableState {
  return {
    table,
    header: null,
    what,
    async make(context) {
      await work(context.workbook.tables.getItem(table), context);
      await context.sync();
    },
  };
}

function ofColumn(
  table: OwnTableName,
  header: string,
  what: string,
  work: (of: ColumnCells) => void,
): TableState {
  return {
    table,
    header,
    what,
    async make(context) {
      work(await cellsOf(context, table, header));
      await context.sync();
    },
  };
}

function ofAllColumns(table: OwnTableName, what: string, work: (of: ColumnCells) => void): TableState {
  return {
    table,
    header: null,
    what,
    async make(context) {
      for (const header of requiredOf(table)) {
        work(await cellsOf(context, table, header));
        await context.sync();
      }
    },
  };
}

function cellsOf(context: Excel.RequestContext, name: OwnTableName, header: string): Promise<ColumnCells> {
  const table = context.workbook.tables.getItem(name);
  return TABLES[name].direction === 'down' ? rowOf(table, header, context) : columnOf(table, header, context);
}

async function columnOf(
  table: Excel.Table,
  header: string,
  context: Excel.RequestContext,
): Promise<ColumnCells> {
  const column = table.columns.getItem(header);
  const all = column.getRange().load('values');
  await context.sync();
  return {
    words: header,
    header: column.getHeaderRowRange(),
    cells: column.getDataBodyRange(),
    remove() {
      column.delete();
    },
    move() {
      column.delete();
      table.columns.add(undefined, all.values);
    },
  };
}

async function rowOf(
  table: Excel.Table,
  header: string,
  context: Excel.RequestContext,
): Promise<ColumnCells> {
  const body = table.getDataBodyRange().load('values');
  await context.sync();
  const at = body.values.findIndex(([item]) => item === header);
  const row = body.getRow(at);
  return {
    words: header,
    header: row.getCell(0, 0),
    cells: row.getCell(0, 1),
    remove() {
      table.rows.getItemAt(at).delete();
    },
    move() {
      table.rows.getItemAt(at).delete();
      table.rows.add(undefined, [body.values[at] ?? []]);
    },
  };
}
