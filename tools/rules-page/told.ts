/** What the page says of one rule, edit or finding. Words in ‹brackets› are filled in. */
export interface Told {
  id: string;
  /** `STOP or WARN` where the case decides. */
  severity: string;
  message: string;
  fix: string;
  source: string;
  since?: string | undefined;
  until?: string | undefined;
}
