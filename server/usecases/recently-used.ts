// Keeps the last few results that were asked for. A bound on memory, not on truth: the key must name all that a result
// depends on.

export interface RecentlyUsed<Value> {
  /** The kept value, or the one that `make` gives now. A promise that fails is forgotten. */
  get(key: string, make: () => Value): Value;
}

export function recentlyUsed<Value>(limit: number): RecentlyUsed<Value> {
  const kept = new Map<string, Value>();
  return {
    get(key, make) {
      const known = kept.get(key);
      const value = known ?? make();
      // Taken out and put in again, it is the newest.
      kept.delete(key);
      kept.set(key, value);
      for (const oldest of kept.keys()) {
        if (kept.size <= limit) break;
        kept.delete(oldest);
      }
      if (known === undefined && value instanceof Promise) {
        value.catch(() => {
          if (kept.get(key) === value) kept.delete(key);
        });
      }
      return value;
    },
  };
}
