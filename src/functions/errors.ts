/** Excel shows a sentence of our own only with these two errors (custom-functions-errors, Office Add-ins documentation). */
export const valueError = (sentence: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.invalidValue, sentence);

export const notAvailable = (sentence: string): CustomFunctions.Error =>
  new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable, sentence);
