import { dollarsOf, type Cents } from '../../billing/values/cents';
import { isoOf, type Day } from '../../billing/values/day';
import type { Kind, Shape, Writable, Written } from './shape';

/** The one place where amounts become dollars, and days ISO text. */
export function toJson<Value, Fields extends object>(
  shape: Shape<Value, Fields>,
  value: Value,
): Written<Fields, Value> {
  return written(shape, value) as Written<Fields, Value>;
}

/** JSON for other programs, and for people who read it. */
export function jsonText<Value>(value: Value & Writable<Value>): string {
  return JSON.stringify(value, null, 2);
}

/** Whether whoever reads the JSON of both reads the same. */
export function isSame<Value>(shape: Shape<Value, object>, a: Value, b: Value): boolean {
  return JSON.stringify(toJson(shape, a)) === JSON.stringify(toJson(shape, b));
}

function written(kind: Kind, value: unknown): unknown {
  if (kind === 'plain' || value === null || value === undefined) return value;
  if (Array.isArray(value)) return value.map((each) => written(kind, each));
  if (kind === 'money') return dollarsOf(value as Cents);
  if (kind === 'day') return isoOf(value as Day);
  const members = value as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    fieldsOf(kind.fields).map(({ name, of, from }) => {
      if (typeof from === 'function') return [name, written(of, from(value))];
      return [name, written(of, Object.hasOwn(members, from) ? members[from] : undefined)];
    }),
  );
}

type Source = string | ((value: unknown) => unknown);

interface Field {
  name: string;
  of: Kind;
  from: Source;
}

const known = new WeakMap<object, readonly Field[]>();

/** The fields of a shape, taken apart once: lists have thousands of items of one shape. */
function fieldsOf(fields: object): readonly Field[] {
  const before = known.get(fields);
  if (before) return before;
  const all = Object.entries(fields as Readonly<Record<string, Kind | readonly [Kind, Source]>>).map(
    ([name, field]): Field => {
      const [of, from] = isSourced(field) ? field : [field, name];
      return { name, of, from };
    },
  );
  known.set(fields, all);
  return all;
}

function isSourced(field: Kind | readonly [Kind, Source]): field is readonly [Kind, Source] {
  return Array.isArray(field);
}
