import { addObjectGroupBy } from './object-group-by.ts';

// What `start.ts` and tests find in the program.

addObjectGroupBy();

export { main } from './main.ts';
export { run } from './run.ts';
export { beThread } from './threads.ts';
