import type { CreateDocItem } from '../../src/upstream/stock-item.ts';

export const createDocItem: CreateDocItem;
