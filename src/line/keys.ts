/**
 * The keys that mean the same everywhere (docs/design/README.md "Keys"); 1 to 6 are a node's own.
 *
 * 7 and 8 are ours: a key that takes a topic's number and a key that repeats must be the same everywhere, and no menu
 * has more than six options.
 */
export const KEYS = { person: '0', number: '7', again: '8', ways: '9', back: '*', next: '#' } as const
