import { createHash } from 'node:crypto';
import type { HashOf } from './hash.ts';

export const sha1: HashOf = (text) => createHash('sha1').update(text).digest('base64');
