import type { Cents } from '../../billing/values/cents';
import type { Day } from '../../billing/values/day';

/**
 * How a value stands in JSON: an amount as a number of dollars, a day as `YYYY-MM-DD`, what holds neither as it is, or
 * an object in the fields of a shape. A list is written one by one, and null stays null.
 */
export type Kind = 'money' | 'day' | 'plain' | Shape<never, object>;

/** An object in JSON as data: its fields in their order. What it is made of is checked by `shape`. */
export interface Shape<in Value, Fields extends object> {
  readonly fields: Fields;
  /** Never there; tells the compiler what the shape takes. */
  readonly takes?: (value: Value) => void;
}

/** The kind of a field, with where it comes from unless that is the field of the same name. */
type Field<Value> = Kind | readonly [Kind, keyof Value | ((value: Value) => unknown)];

/**
 * Describes an object in JSON, `shape<Claim>()({ account: 'plain', billed: ['money', 'total'] })`. A field that the
 * value does not have, and one that holds an amount or a day and is not marked as such, do not compile.
 */
export function shape<Value>() {
  return <const Fields extends Readonly<Record<string, Field<Value>>> & Checked<Value, Fields>>(
    fields: Fields,
  ): Shape<Value, Fields> => ({ fields });
}

/** What `toJson` makes of the values that a shape takes. */
export type JsonOf<Of> = Of extends Shape<infer Value, infer Fields> ? Written<Fields, Value> : never;

/** What `toJson` makes of a value by the fields of a shape. */
export type Written<Fields, Value> = {
  -readonly [Name in keyof Fields]: Fields[Name] extends readonly [infer Of, infer From]
    ? WrittenAs<Of, Found<Value, From>>
    : WrittenAs<Fields[Name], Found<Value, Name>>;
};

type WrittenAs<Of, Type> = Of extends 'plain'
  ? Type
  : Type extends null | undefined
    ? Type
    : Type extends readonly (infer Each)[]
      ? WrittenAs<Of, Each>[]
      : Of extends Shape<never, infer Fields>
        ? Written<Fields, Type>
        : { money: number; day: string }[Of & Marked];

/** Nothing to add where JSON can hold it as it is, else the reason why it cannot. */
export type Writable<Type> = [Unwritable<Type>] extends [never] ? unknown : NotMarked;
type NotMarked = 'an amount or a day in it is not marked';

type Checked<Value, Fields> = {
  [Name in keyof Fields]: Fields[Name] extends readonly [infer Of, infer From]
    ? Fit<Fields[Name], Of, Found<Value, From>>
    : Name extends keyof Value
      ? Fit<Fields[Name], Fields[Name], Value[Name]>
      : 'there is no such field';
};

/** The field itself where its kind takes the type, else the reason why it does not. */
type Fit<This, Of, Type> = Of extends 'plain'
  ? [Unwritable<Type>] extends [never]
    ? This
    : NotMarked
  : [Single<Type>] extends [Takes<Of>]
    ? This
    : 'what it holds is of another kind';

type Takes<Of> = Of extends Shape<infer Value, object> ? Value : { money: Cents; day: Day }[Of & Marked];
type Marked = 'money' | 'day';

type Found<Value, From> = From extends keyof Value
  ? Value[From]
  : From extends (value: never) => infer Made
    ? Made
    : never;

/** What a list or a value that may be missing holds. */
type Single<Type> = Type extends null | undefined
  ? never
  : Type extends readonly (infer Each)[]
    ? Single<Each>
    : Type;

/** `true` where an amount or a day stands anywhere in it, or what JSON makes nothing of; else never. */
type Unwritable<Type> = Type extends Cents | Day | ReadonlyMap<unknown, unknown> | ReadonlySet<unknown>
  ? true
  : Type extends string | number | boolean | null | undefined
    ? never
    : Type extends readonly (infer Each)[]
      ? Unwritable<Each>
      : { [Name in keyof Type]-?: Unwritable<Type[Name]> }[keyof Type];
