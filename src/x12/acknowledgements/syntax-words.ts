/** What the codes of TA1 and 999 mean, in our own words. Sources: X12.5 (TA1), 005010X231A1 (999). */

/** TA105. */
export const INTERCHANGE_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '000': 'No error.',
    '001': 'The control numbers of ISA and IEA differ.',
    '002': 'The standard named in ISA11 is not supported.',
    '003': 'The version in ISA12 is not supported.',
    '004': 'The segment terminator is not allowed.',
    '005': 'The sender qualifier (ISA05) is wrong.',
    '006': 'The sender ID (ISA06) is not known to the receiver.',
    '007': 'The receiver qualifier (ISA07) is wrong.',
    '008': 'The receiver ID (ISA08) is wrong.',
    '009': 'The receiver does not know this receiver ID.',
    '010': 'The authorization qualifier (ISA01) is wrong.',
    '011': 'The authorization information (ISA02) is wrong.',
    '012': 'The security qualifier (ISA03) is wrong.',
    '013': 'The security information (ISA04) is wrong.',
    '014': 'The date (ISA09) is wrong.',
    '015': 'The time (ISA10) is wrong.',
    '016': 'ISA11 is wrong.',
    '017': 'The version (ISA12) is wrong.',
    '018': 'The control number (ISA13) is wrong.',
    '019': 'The wish for an acknowledgement (ISA14) is wrong.',
    '020': 'The production or test flag (ISA15) is wrong.',
    '021': 'The number of groups in IEA is wrong.',
    '022': 'The file has a control character where none may be.',
    '023': 'The file ends too early.',
    '024': 'The file has something between its parts that does not belong there.',
    '025': 'A file with this control number came before.',
    '026': 'The element separator is not allowed.',
    '027': 'The component separator (ISA16) is not allowed.',
  }),
);

/** IK304: what is wrong with a segment. */
export const SEGMENT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1': 'the segment is not known',
    '2': 'the segment does not belong there',
    '3': 'the segment is missing',
    '4': 'the loop occurs too often',
    '5': 'the segment occurs too often',
    '6': 'the segment does not belong to this kind of file',
    '7': 'the segment stands in the wrong order',
    '8': 'an element of the segment is wrong',
    I4: 'the guide has no use for the segment',
    I6: 'the segment is missing, which other values make necessary',
    I7: 'the loop occurs too seldom',
    I8: 'the segment occurs too seldom',
    I9: 'the segment is there, which other values forbid',
  }),
);

/** IK403: what is wrong with an element. */
export const ELEMENT_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1': 'it is missing',
    '2': 'it is missing, which another element makes necessary',
    '3': 'there are too many elements',
    '4': 'it is too short',
    '5': 'it is too long',
    '6': 'it has a character that is not allowed',
    '7': 'its code is not one of the list',
    '8': 'it is no date',
    '9': 'it is no time',
    '10': 'it is there, which another element forbids',
    '12': 'it is repeated too often',
    '13': 'it has too many components',
    I6: 'its code is not used in claims',
    I9: 'it is missing, which other values make necessary',
    I10: 'it is there and has no use in claims',
    I11: 'it is repeated too seldom',
    I12: 'it has not the form it must have',
    I13: 'it is there, which other values forbid',
  }),
);

/** IK502 and further: what is wrong with the transaction. */
export const TRANSACTION_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1': 'Claims of this kind are not supported.',
    '2': 'The SE segment is missing.',
    '3': 'The control numbers of ST and SE differ.',
    '4': 'The number of segments in SE is wrong.',
    '5': 'One or more segments are wrong.',
    '6': 'The kind of transaction in ST is wrong.',
    '7': 'The control number in ST is wrong.',
    '18': 'The kind of transaction does not belong to this group.',
    '23': 'The control number in ST was used before in this group.',
    I5: 'One or more segments do not follow the guide for claims.',
    I6: 'The guide named in ST03 is not supported.',
  }),
);

/** AK905 and further: what is wrong with the group. */
export const GROUP_WORDS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '1': 'Groups of this kind are not supported.',
    '2': 'The version in GS08 is not supported.',
    '3': 'The GE segment is missing.',
    '4': 'The control numbers of GS and GE differ.',
    '5': 'The number of transactions in GE is wrong.',
    '6': 'The control number in GS is wrong.',
    '19': 'A group with this control number came before.',
  }),
);
