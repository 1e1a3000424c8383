/** A short text that no two texts share, so that long ones need not be kept to be known again. */
export type HashOf = (text: string) => string;
