/** What a page says of where a module lies: `<meta name="go-import" content="PREFIX VCS REPO">`. */
export interface GoImport {
  readonly prefix: string;
  readonly vcs: string;
  readonly repo: string;
}

const meta = /<meta\s[^<>]{0,400}>/gi;
const attribute = /\b(name|content)\s*=\s*(?:"([^"]*)"|'([^']*)')/gi;

/** The tags of a page that are meant for the go command (`go help importpath`). Never throws. */
export function parseGoImports(page: string): GoImport[] {
  return (page.match(meta) ?? []).flatMap((tag) => {
    const values = new Map(
      [...tag.matchAll(attribute)].map(([, name = '', a, b]) => [name.toLowerCase(), a ?? b ?? '']),
    );
    const [prefix, vcs, repo] = (values.get('content') ?? '').trim().split(/\s+/);
    return values.get('name') === 'go-import' && prefix && vcs && repo ? [{ prefix, vcs, repo }] : [];
  });
}
