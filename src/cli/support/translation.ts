/** What comes back from a translator, by whichever format. */

/** One row of a table, or one unit of XLIFF. */
export interface Returned {
  /** As its sender finds it: 'Row 12', 'Unit "nodes.bone.label"'. */
  readonly at: string
  readonly key: string
  readonly source: string
  readonly text: string
  /** Of XLIFF: whether its sender approves it; undefined where it does not say. */
  readonly isApproved?: boolean | undefined
  /** Of a table. */
  readonly review?: {
    readonly state: string
    readonly by: string
    readonly when: string
    readonly how: string
    readonly backTranslation: string
    /** Undefined where the table leaves out the column. */
    readonly comment: string | undefined
  }
}
