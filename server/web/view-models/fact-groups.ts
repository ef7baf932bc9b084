// The order in which groups of facts are shown on every page.

import type { FactGroup } from '../../core/catalogue/vocabulary.ts';

export const GROUP_ORDER: readonly FactGroup[] = ['size', 'security', 'support', 'flexibility', 'cost'];
