/**
 * The keys that mean the same everywhere (DESIGN.md "Keys"); 1 to 7 are a node's own.
 *
 * 8 is ours: a key that repeats must be the same everywhere, and no menu needs eight options.
 */
export const KEYS = { person: '0', again: '8', ways: '9', back: '*', next: '#' } as const
