// Clauses of published frameworks, as server/data/clauses.yaml holds them.

export type { FrameworkClauses } from '../../data/schema/clauses.generated.ts';
