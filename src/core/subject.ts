/**
 * What can be judged. `machine` is this computer and its Go settings; `project` the checked folder; `module` one go.mod
 * (id: its folder relative to the project, `.` for the root); `tool` an executable that the project's generation starts
 * (id: its name, such as `protoc-gen-go`); `stage` a place with a toolchain of its own: a stage of an image or a job of a
 * CI configuration (id: `Dockerfile#build`, `.github/workflows/ci.yml#test`); `program` a Go program and the place where it
 * is bound to run (id: `bin/server` of this machine, `Dockerfile#2:/server` of an image); `certificate` a file with
 * certificates that a program, configuration or script of the project loads (id: its path in the project); `endpoint` what a
 * client would dial (id: the target as it was written, such as `dns:///svc:50051`).
 */
export type SubjectKind = 'machine' | 'project' | 'module' | 'tool' | 'stage' | 'program' | 'certificate' | 'endpoint';

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
}

export const machine: Subject = { kind: 'machine', id: '' };
export const project: Subject = { kind: 'project', id: '.' };

/** Stable text form, used in reports, fingerprints and as part of a cache key: `machine`, `module:api`, `tool:protoc`. */
export function subjectKey(subject: Subject): string {
  return subject.id === '' ? subject.kind : `${subject.kind}:${subject.id}`;
}
