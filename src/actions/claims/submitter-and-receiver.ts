import { readTaxId } from '../../billing/identifiers/tax-id';
import type { Practice } from '../../billing/records/practice';
import { clearinghouse } from '../../x12/claim-837p/clearinghouses';
import type { Addressing } from './claim-files';

/** To whom and from whom an 837P would go, to be shown before it is sent. */
export interface SubmitterAndReceiver {
  /** Who receives it: "Office Ally"; null where the file cannot be addressed yet. */
  to: string | null;
  /** ISA06, as which the clearinghouse knows the sender; null where the file cannot be addressed yet. */
  from: string | null;
  /** Whether that is the practice's own tax ID. */
  isTaxId: boolean;
  /** Whether the Clearinghouse sheet says so; else it is a preset. */
  byTable: boolean;
  /** Sentences about what is missing, where the file cannot be addressed yet. */
  missing: string[];
}

/** What an addressing comes to, in the words of people; null where no 837P is wanted. */
export function submitterAndReceiver(
  practice: Practice,
  { settings, name, missing }: Pick<Addressing, 'settings' | 'name' | 'missing'>,
  byTable: boolean,
): SubmitterAndReceiver | null {
  if (name === null) return null;
  if (!settings) return { to: null, from: null, isTaxId: false, byTable, missing };
  const { receiverName, senderId } = settings;
  const preset = clearinghouse(name);
  const taxId = readTaxId(practice.taxId ?? '', practice.taxIdType);
  return {
    to: preset && preset.settings.receiverName === receiverName ? preset.title : receiverName,
    from: senderId,
    isTaxId: taxId.ok && taxId.value.digits === senderId,
    byTable,
    missing,
  };
}
