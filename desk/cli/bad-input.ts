/** Something the user gave cannot be used: one sentence for stderr, exit code 2, nothing written. */
export class BadInput extends Error {
  constructor(sentence: string) {
    super(sentence);
    this.name = 'BadInput';
  }
}
