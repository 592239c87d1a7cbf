import type { CreateDocItem } from '../../src/upstream/stock-sidebar.ts';

export const createDocItem: CreateDocItem;
