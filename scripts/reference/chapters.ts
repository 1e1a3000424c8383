import type { Chapter } from './chapter.ts';
import { change } from './chapters/change.ts';
import { company } from './chapters/company.ts';
import { customer } from './chapters/customer.ts';
import { flows } from './chapters/flows.ts';
import { map } from './chapters/map.ts';
import { people } from './chapters/people.ts';
import { systems } from './chapters/systems.ts';
import { views } from './chapters/views.ts';

/** The chapters of the reference in the order in which a reader needs them; syntax and tables are made from the grammar. */
export const chapters: readonly Chapter[] = [map, people, systems, flows, company, customer, change, views];
