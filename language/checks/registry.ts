import type { CrmMapServices } from '../module.ts';

/** Tells Langium of every check. One family a file; each check is a function with its code. */
export function registerChecks(_services: CrmMapServices): void {}
