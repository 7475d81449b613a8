interface Row {
  readonly place: string;
  readonly tag: string;
  readonly libs: readonly string[];
  readonly packages: readonly string[];
}

declare const layout: readonly Row[];
export = layout;
