/** Under this name `start-node.ts` leaves a `require` in the global scope, through which the server's file comes by modules of Node. */
export const nodeModules = 'crmmapRequire';

/** Under this name it leaves its folder. */
export const folderGlobal = 'crmmapFolder';
