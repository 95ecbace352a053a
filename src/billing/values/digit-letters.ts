/** The text with the letters that are typed for digits made digits: O for 0, I and l for 1. */
export function digitsForLetters(text: string): string {
  return text.replace(/o/gi, '0').replace(/[il|]/gi, '1');
}
