/**
 * The style sheets, scripts and pictures of the pages, as the build made them: a name each for the pages, and an address with a
 * hash of its content, so that a browser may keep it for good.
 *
 * @example
 * assetPath(assets, 'pages.css') // '/assets/pages-5XQ2M7RK.css'
 */
export interface Asset {
  readonly name: string
  readonly path: string
  readonly type: string
  readonly body: string
  /** Where the body is that of a picture, written as text. */
  readonly isBase64?: boolean | undefined
}

export function assetBody({ body, isBase64 }: Asset): string | Uint8Array<ArrayBuffer> {
  return isBase64 ? Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0)) : body
}

export function assetPath(assets: readonly Asset[], name: string): string {
  const asset = assets.find((each) => each.name === name)
  if (!asset) throw new Error(`The build made no "${name}": run "npm run build".`)
  return asset.path
}
