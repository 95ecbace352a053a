/** The most characters of texts that people write. Source: 005010X222A1, data element dictionary. */
export const MOST = {
  /** NM103 of an organization or a person. */
  lastName: 60,
  firstName: 35,
  middleName: 25,
  street: 55,
  city: 30,
  /** PER02. */
  contact: 60,
} as const;
