import { start } from '../html-page/start.ts';
import { followChanges } from './follow-changes.ts';
import { keptSight } from './kept-sight.ts';

const sight = document.querySelector('.p-stage') ? keptSight(start()) : undefined;
sight?.restore();
followChanges(() => sight?.keep());
