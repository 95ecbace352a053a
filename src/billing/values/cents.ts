/** Money as a whole number of cents. */
export type Cents = number;
