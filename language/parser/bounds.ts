/** More mistakes than these are not told of one file, only counted: nobody reads them, and each costs the editor time. */
export const mostTold = 1000;

/** More rules within each other than any map needs; fewer than exhaust the stack of those who walk the tree. */
export const deepest = 300;

/** So many selectors may be joined in one statement: each makes the tree one level deeper. */
export const mostOperands = 500;

/** The greatest size of a map file, in bytes of UTF-8: 5 MB. */
export const largestFile = 5_000_000;
