/** Import paths of the facts of projects, which the built `probe` does without. */
export const factsOfProjects =
  /[/]facts[/](?:certificates|deploy|generation|linking|modules|programs|project|proto|source)[/]/;
