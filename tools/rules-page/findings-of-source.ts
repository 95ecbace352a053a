import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';
import { textOf, textsOf, type Names } from './text-of';
import type { Told } from './told';

/** A function that makes a finding of what it is called with, among it the id. */
interface Maker {
  finding: ts.ObjectLiteralExpression;
  /** Findings of its file that are made whole: they have what neither it nor its call says. */
  whole: readonly ts.ObjectLiteralExpression[];
  parameters: readonly string[];
}

/** Files that name a rule or call a method that makes a finding, or have a constant that others may name. */
const IS_NEEDED = /\brule\b|\.(note|warn|tell)\(|\blacks\(|^export const [A-Z_]+ =\s*['`]/m;
const ID = /^[a-z][a-z0-9-]*$/;

/**
 * The findings that the sources make by themselves, outside the tables of rules, edits and fields, by their files: every
 * object with a `rule` and a `message`, and every call of a function that makes one.
 */
export function findingsOfSource(root: string): Map<string, Told[]> {
  const files = typescriptFiles(join(root, 'src')).flatMap((path) => {
    const text = readFileSync(path, 'utf8');
    return IS_NEEDED.test(text) ? [ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)] : [];
  });
  const constants = new Map(files.flatMap((file) => [...constantsOf(file)]));
  const methods = new Map(files.flatMap((file) => [...makersIn(file, true)]));
  const found = new Map<string, Told[]>();
  for (const file of files) {
    const names = new Map([...constants, ...constantsOf(file)]);
    const makers = new Map([...methods, ...makersIn(file)]);
    const told = distinct(findingsIn(file, names, makers));
    if (told.length > 0) found.set(relative(root, file.fileName).replaceAll('\\', '/'), told);
  }
  return found;
}

function findingsIn(file: ts.SourceFile, names: Names, makers: ReadonlyMap<string, Maker>): Told[] {
  const objects = nodesOf(file, ts.isObjectLiteralExpression);
  const whole = wholeOf(objects);
  const isSaid = (object: ts.ObjectLiteralExpression) =>
    valueOf(object, 'message') !== null || repeated(object, makers).length > 0;
  const own = objects.filter((object) => valueOf(object, 'rule') && isSaid(object));
  const inObjects = own.flatMap((object) => {
    const from = [object, ...repeated(object, makers), ...makersOver(object, makers), ...whole.slice(0, 1)];
    return toldOf(from, names);
  });
  const inCalls = nodesOf(file, ts.isCallExpression).flatMap((call) => {
    const maker = makers.get(calledName(call));
    if (!maker || valueOf(maker.finding, 'rule')?.getText() !== 'rule') return [];
    const id = call.arguments[maker.parameters.indexOf('rule')];
    if (!id || ts.isIdentifier(id)) return [];
    const given = new Map(
      maker.parameters.flatMap((name, index) => {
        const argument = call.arguments[index];
        return argument ? [[name, argument] as const] : [];
      }),
    );
    const said = call.arguments.filter(ts.isObjectLiteralExpression);
    const over = makersOver(maker.finding, makers);
    const from = [...said, maker.finding, ...over, ...whole.slice(0, 1), ...maker.whole.slice(0, 1)];
    return toldOf(from, new Map([...names, ...given]));
  });
  return [...inObjects, ...inCalls];
}

/** What each of the objects says that those before it leave out; the id is that of the first with one. */
function toldOf(from: readonly ts.ObjectLiteralExpression[], names: Names): Told[] {
  const value = (key: string) => from.flatMap((object) => valueOf(object, key) ?? [])[0];
  const rule = value('rule');
  if (!rule || !value('message')) return [];
  const says = (key: string) => {
    const said = value(key);
    return said ? textOf(said, names) : '';
  };
  return textsOf(rule, names).flatMap((id): Told[] => {
    if (!ID.test(id.replace(/‹\w+›/g, 'x')) || !id.includes('-') || id.startsWith('‹')) return [];
    const severity = says('severity').replaceAll(' / ', ' or ');
    return [
      {
        id,
        severity: severity === '' ? 'STOP' : severity.includes('‹') ? 'STOP or WARN' : severity,
        message: says('message'),
        fix: says('fix'),
        source: says('source'),
      },
    ];
  });
}

/** Findings that an object takes over: `...unreadable(fault)`. */
function repeated(
  object: ts.ObjectLiteralExpression,
  makers: ReadonlyMap<string, Maker>,
): ts.ObjectLiteralExpression[] {
  return object.properties.filter(ts.isSpreadAssignment).flatMap(({ expression }) => {
    const maker = ts.isCallExpression(expression) ? makers.get(calledName(expression)) : undefined;
    return maker ? [maker.finding] : [];
  });
}

/** Makers of the calls that an object stands in, the nearest first. */
function makersOver(
  object: ts.ObjectLiteralExpression,
  makers: ReadonlyMap<string, Maker>,
): ts.ObjectLiteralExpression[] {
  const call = ts.isCallExpression(object.parent) ? object.parent : null;
  const finding = call ? makers.get(calledName(call))?.finding : undefined;
  return finding && finding !== object ? [finding, ...makersOver(finding, makers)] : [];
}

/** Functions of a file by their names; a finding that is made in one has what its call does not say. */
function makersIn(file: ts.SourceFile, ofOthersToo = false): ReadonlyMap<string, Maker> {
  const makers = new Map<string, Maker>();
  const whole = wholeOf(nodesOf(file, ts.isObjectLiteralExpression));
  const add = (name: string, { parameters, body }: ts.FunctionLikeDeclaration) => {
    const made = body && nodesOf(body, ts.isObjectLiteralExpression).find(isMade);
    if (made)
      makers.set(name, { finding: made, whole, parameters: parameters.map(({ name: of }) => of.getText()) });
  };
  const isFrom = (node: ts.FunctionDeclaration) =>
    !ofOthersToo || node.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);
  for (const node of nodesOf(file, ts.isFunctionDeclaration).filter(isFrom)) add(node.name?.text ?? '', node);
  for (const node of nodesOf(file, ts.isMethodDeclaration)) add(node.name.getText(), node);
  for (const node of nodesOf(file, ts.isVariableDeclaration)) {
    if (node.initializer && ts.isArrowFunction(node.initializer)) add(node.name.getText(), node.initializer);
  }
  return makers;
}

function isMade(object: ts.ObjectLiteralExpression): boolean {
  const [rule, words] = [valueOf(object, 'rule'), valueOf(object, 'message')];
  const adds = object.properties.some(ts.isSpreadAssignment) && valueOf(object, 'source') !== null;
  return words !== null ? rule !== null || valueOf(object, 'severity') !== null : adds;
}

function wholeOf(objects: readonly ts.ObjectLiteralExpression[]): ts.ObjectLiteralExpression[] {
  return objects.filter((object) => valueOf(object, 'severity') !== null && isMade(object));
}

function valueOf(object: ts.ObjectLiteralExpression, key: string): ts.Expression | null {
  for (const property of object.properties) {
    if (property.name?.getText() !== key) continue;
    if (ts.isPropertyAssignment(property)) return property.initializer;
    if (ts.isShorthandPropertyAssignment(property)) return property.name;
    if (ts.isMethodDeclaration(property)) return property.name as ts.Identifier;
  }
  return null;
}

function calledName({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function constantsOf(file: ts.SourceFile): Map<string, ts.Expression> {
  return new Map(
    file.statements.filter(ts.isVariableStatement).flatMap(({ declarationList }) =>
      declarationList.declarations.flatMap(({ name, initializer }) => {
        const isText =
          initializer && (ts.isStringLiteralLike(initializer) || ts.isTemplateExpression(initializer));
        return isText ? [[name.getText(), initializer] as const] : [];
      }),
    ),
  );
}

function nodesOf<Kind extends ts.Node>(root: ts.Node, is: (node: ts.Node) => node is Kind): Kind[] {
  const found: Kind[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
}

/** One id made in several places of a file is told once. */
function distinct(told: readonly Told[]): Told[] {
  const byId = new Map<string, Told>();
  for (const one of told) {
    const known = byId.get(one.id);
    if (known === undefined || known.message.length < one.message.length) byId.set(one.id, one);
  }
  return [...byId.values()];
}

function typescriptFiles(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      return entry.isDirectory() ? typescriptFiles(path) : /\.tsx?$/.test(entry.name) ? [path] : [];
    });
}
