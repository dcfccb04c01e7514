/** How operations are planned, wherever. Requests are put together from several fetches: fragments with names would meet. */
export const PLANNING = { reuseQueryFragments: false } as const;
