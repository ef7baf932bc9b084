// Whatever passes several limits meets the smallest of them.
// Invariants: another limit on the path never raises either end, and a limit that nobody states leaves the lower end open.

/** One limit on a path, in the unit that all limits of that path share. */
export interface PathLink {
  /** Null where the link is there and its limit is not stated. */
  readonly ends: LimitEnds | null;
}

export interface LimitEnds {
  readonly min: number;
  readonly max: number;
}

export interface SmallestLimit<Link extends PathLink> {
  /** Null where a silent link may have a smaller limit than the ones stated. */
  readonly min: number | null;
  readonly max: number;
  /** The links that set the ends, the one that sets the upper end first. */
  readonly binding: readonly Link[];
  readonly silent: readonly Link[];
}

/** Null where no link states its limit. Of equal limits the first link counts as the binding one. */
export function smallestLimit<Link extends PathLink>(links: readonly Link[]): SmallestLimit<Link> | null {
  const upper = leastBy(links, 'max');
  const lower = leastBy(links, 'min');
  if (upper === null || lower === null) return null;
  const silent = silentLinks(links);
  const isOpen = silent.length > 0;
  return {
    min: isOpen ? null : lower.least,
    max: upper.least,
    binding: isOpen || upper.link === lower.link ? [upper.link] : [upper.link, lower.link],
    silent,
  };
}

/** Links whose limit is there and not stated. */
export function silentLinks<Link extends PathLink>(links: readonly Link[]): readonly Link[] {
  return links.filter(({ ends }) => ends === null);
}

function leastBy<Link extends PathLink>(
  links: readonly Link[],
  end: keyof LimitEnds,
): { readonly link: Link; readonly least: number } | null {
  let found: { readonly link: Link; readonly least: number } | null = null;
  for (const link of links) {
    if (link.ends !== null && (found === null || link.ends[end] < found.least)) {
      found = { link, least: link.ends[end] };
    }
  }
  return found;
}
