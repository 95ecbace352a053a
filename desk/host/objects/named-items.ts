import type { DefinedName, Sheet } from '../../book/book';
import { fullAddress, parseArea } from '../../book/address';
import { booleanArgument, isMissing, optionalRange, textArgument } from '../arguments';
import { absoluteAddress, findRange } from '../cells/find-range';
import { requireFormula } from '../cells/formula-text';
import type { ClassSpec } from '../class-spec';
import { ExcelError, invalidArgument, unsupported } from '../errors';
import { object, type HostObject, type RangeTarget, type Targets } from '../targets';
import type { Workspace } from '../workspace';

type Scope = Targets['NamedItemCollection'];

/** Names of the workbook (scope null) or of one sheet. */
export const namedItemCollection: ClassSpec<Scope> = {
  items: (scope, workspace) => names(scope, workspace).map((name) => object('NamedItem', name)),
  item: (scope, key, workspace) => required(scope, key, workspace),
  methods: {
    Add({ scope }, [name, reference, comment], workspace) {
      const wanted = checkName(textArgument(name));
      if (isTaken({ scope }, wanted, workspace)) throw new ExcelError('ItemAlreadyExists');
      const range = optionalRange(reference);
      const formula = range ? `=${absoluteAddress(range)}` : requireFormula(textArgument(reference));
      const added: DefinedName = { name: wanted, formula, scope, hidden: false };
      if (!isMissing(comment)) added.comment = textArgument(comment);
      workspace.book.names.push(added);
      workspace.dirty = true;
      workspace.edited = true;
      return object('NamedItem', added);
    },
    GetCount: (scope, _args, workspace) => names(scope, workspace).length,
    GetItem: (scope, [key], workspace) => required(scope, key, workspace),
    GetItemOrNullObject(scope, [key], workspace) {
      const found = byName(scope, textArgument(key), workspace);
      return found ? object('NamedItem', found) : null;
    },
  },
};

export const namedItem: ClassSpec<DefinedName> = {
  isGone: (name, { book }) => !book.names.includes(name),
  identity: (name) => ({ _Id: name.name }),
  properties: {
    Name: { get: ({ name }) => name },
    Comment: {
      get: ({ comment }) => comment ?? '',
      set(name, value) {
        name.comment = textArgument(value);
      },
    },
    Formula: {
      get: ({ formula }) => formula,
      set(name, value, workspace) {
        name.formula = requireFormula(textArgument(value));
        workspace.dirty = true;
      },
    },
    Scope: { get: ({ scope }) => (scope ? 'Worksheet' : 'Workbook') },
    Type: {
      get(name, workspace) {
        if (rangeOf(name, workspace)) return 'Range';
        if (isLost(name)) return 'Error';
        const value = constant(name.formula);
        return typeof value === 'number' ? 'Double' : typeof value === 'boolean' ? 'Boolean' : 'String';
      },
    },
    Value: {
      get(name, workspace) {
        const range = rangeOf(name, workspace);
        if (range) return fullAddress(range.sheet.name, range.area);
        return isLost(name) ? '#REF!' : constant(name.formula);
      },
    },
    Visible: {
      get: ({ hidden }) => !hidden,
      set(name, value) {
        name.hidden = !booleanArgument(value);
      },
    },
  },
  links: {
    Worksheet({ scope }) {
      if (!scope) throw new ExcelError('InvalidOperation');
      return object('Worksheet', scope);
    },
    WorksheetOrNullObject: ({ scope }) => (scope ? object('Worksheet', scope) : null),
  },
  methods: {
    Delete(name, _args, workspace) {
      workspace.book.names.splice(workspace.book.names.indexOf(name), 1);
      workspace.dirty = true;
      workspace.edited = true;
    },
    GetRange(name, _args, workspace) {
      const range = rangeOf(name, workspace);
      if (!range) throw new ExcelError('InvalidReference');
      return workspace.range(range.sheet, range.area);
    },
    GetRangeOrNullObject(name, _args, workspace) {
      const range = rangeOf(name, workspace);
      return range ? workspace.range(range.sheet, range.area) : null;
    },
  },
};

function names({ scope }: Scope, { book }: Workspace): DefinedName[] {
  return book.names.filter((name) => name.scope === scope);
}

function byName(scope: Scope, key: string, workspace: Workspace): DefinedName | undefined {
  return names(scope, workspace).find((name) => name.name.toLowerCase() === key.toLowerCase());
}

/** Names of the workbook and of its tables share one space. */
function isTaken(scope: Scope, name: string, workspace: Workspace): boolean {
  const tables = scope.scope === null ? [...workspace.book.tables()] : [];
  const isTable = tables.some((table) => table.name.toLowerCase() === name.toLowerCase());
  return isTable || byName(scope, name, workspace) !== undefined;
}

/** What it stood for was deleted. */
function isLost({ formula }: DefinedName): boolean {
  return formula.includes('#REF!');
}

function required(scope: Scope, key: unknown, workspace: Workspace): HostObject {
  const found = byName(scope, textArgument(key), workspace);
  if (!found) throw new ExcelError('ItemNotFound');
  return object('NamedItem', found);
}

function rangeOf(name: DefinedName, { book }: Workspace): RangeTarget | null {
  const own: Sheet | undefined = name.scope ?? book.sheets[0];
  if (!own || !/![$A-Z0-9:]+$/i.test(name.formula)) return null;
  try {
    return findRange(book, own, name.formula);
  } catch {
    return null;
  }
}

/** The value of a name that stands for a number, a text, TRUE or FALSE. */
function constant(formula: string): string | number | boolean {
  const text = formula.slice(1);
  const quoted = /^"((?:[^"]|"")*)"$/.exec(text);
  if (quoted) return (quoted[1] ?? '').replaceAll('""', '"');
  if (/^(true|false)$/i.test(text)) return text.toLowerCase() === 'true';
  const number = Number(text);
  if (text.trim() === '' || Number.isNaN(number)) throw unsupported('the value of a name that is a formula');
  return number;
}

/** Excel's rules for names: a letter or `_` first, no spaces, nothing that reads as a cell. */
export function checkName(name: string): string {
  const isName = /^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) && name.length <= 255;
  if (!isName || parseArea(name) || /^[rc]$/i.test(name)) throw invalidArgument();
  return name;
}
