/** The custom XML part in which Claimsheet remembers what it did. */
export const MEMORY_NAMESPACE = 'urn:claimsheet:memory';
