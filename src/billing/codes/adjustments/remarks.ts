/** Remark codes that a massage practice meets, in words of our own; the numbers are on the June 2024 list. */
const REMARKS: Readonly<Record<string, string>> = {
  N286: "the referring provider's NPI is missing or wrong",
  N290: "the rendering provider's NPI is missing or wrong",
  M76: 'a diagnosis is missing or wrong',
  M53: 'the units are missing or wrong',
  M62: 'the authorization number is missing or wrong',
  MA130: 'the claim could not be processed: send a new one, an appeal is not possible',
  N95: 'this kind of provider may not bill this service',
  N362: 'more units than the payer accepts',
  N435: 'more often than the payer accepts',
  N640: 'more often than the payer accepts',
  N20: 'not payable with another service of the same day',
  M15: 'bundled with another service',
  M81: 'the code must be as specific as it can be',
  N4: "the first payer's explanation of benefits is missing",
  N425: 'excluded by law',
  N567: 'not covered as a preventive service',
  N519: 'the combination of modifiers is not valid',
  N822: 'a modifier is missing',
};

/** The meaning of a remark code, or null when the table has no words for it. */
export function remarkWords(code: string): string | null {
  return Object.hasOwn(REMARKS, code) ? (REMARKS[code] ?? null) : null;
}

/** Every remark code with words. */
export function remarkCodes(): string[] {
  return Object.keys(REMARKS);
}
