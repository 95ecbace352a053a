/**
 * What the reference tables of the workbook say, row by row, as their definitions type it. Types only: at run time
 * billing knows nothing of the workbook. An empty cell is null, or an empty list: "not known". Every row remembers its
 * cells, so that a finding about a missing birth date can point at the empty cell.
 */
import type { Authorization } from '../../workbook/tables/authorizations';
import type { Benefit } from '../../workbook/tables/benefits';
import type { Client } from '../../workbook/tables/clients';
import type { Fee } from '../../workbook/tables/fees';
import type { Payer } from '../../workbook/tables/payers';
import type { Practice } from '../../workbook/tables/practice';
import type { Therapist } from '../../workbook/tables/therapists';
import type { CellPlace } from '../findings';

export type { Authorization, Benefit, Client, Fee, Payer, Practice, Therapist };

/** Any row, where only its cells count. */
export interface TableRow {
  cells: Readonly<Record<string, CellPlace | undefined>>;
}
/** A column of a row's table, by the row's own name of the value: `birthDate`, `address.zip`. */
export type ColumnOf<Row extends { cells: object }> = keyof Row['cells'] & string;

export type Address = Practice['address'];
export type PayerKind = NonNullable<Payer['kind']>;
/** How minutes become units for a payer: CMS total time or AMA midpoint, code by code. */
export type UnitRule = NonNullable<Payer['unitRule']>;
export type Relationship = NonNullable<Client['relationship']>;
export type AccidentKind = NonNullable<Client['accident']>;
