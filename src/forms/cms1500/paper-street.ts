import { paperAddress } from './paper-text';

/** What the post office writes for long words of an address: USPS Publication 28, appendices B, C1 and C2. */
const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ALLEY: 'ALY',
    APARTMENT: 'APT',
    AVENUE: 'AVE',
    BOULEVARD: 'BLVD',
    BUILDING: 'BLDG',
    CENTER: 'CTR',
    CIRCLE: 'CIR',
    COURT: 'CT',
    DEPARTMENT: 'DEPT',
    DRIVE: 'DR',
    EAST: 'E',
    FLOOR: 'FL',
    HIGHWAY: 'HWY',
    LANE: 'LN',
    NORTH: 'N',
    NORTHEAST: 'NE',
    NORTHWEST: 'NW',
    PARKWAY: 'PKWY',
    PLACE: 'PL',
    PLAZA: 'PLZ',
    ROAD: 'RD',
    ROOM: 'RM',
    SOUTH: 'S',
    SOUTHEAST: 'SE',
    SOUTHWEST: 'SW',
    SQUARE: 'SQ',
    STREET: 'ST',
    SUITE: 'STE',
    TERRACE: 'TER',
    TRAIL: 'TRL',
    WEST: 'W',
  }),
);

/**
 * A street in the room that its box has. Where it is too long its words are abbreviated as the post office does, from
 * the last one on and only as many as it takes; where that is not enough it comes back longer than the room, because
 * the number of a house or of a suite may stand at its end.
 */
export function paperStreet(text: string | null, maxLength: number): string {
  const words = paperAddress(text).split(' ');
  for (let index = words.length - 1; index > 0 && words.join(' ').length > maxLength; index--) {
    const word = words[index] ?? '';
    words[index] = SHORT.get(word) ?? word;
  }
  return words.join(' ');
}
