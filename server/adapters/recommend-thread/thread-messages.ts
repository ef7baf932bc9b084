// What the server and its decision thread say to each other.

import type { Recommendation } from '../../core/scoring/recommendation.ts';
import type { RecommendRequest } from '../../usecases/recommend.ts';

export interface ThreadRequest {
  readonly id: number;
  readonly request: RecommendRequest;
}

export type ThreadReply =
  | { readonly id: number; readonly recommendation: Recommendation }
  | { readonly id: number; readonly problem: string };
