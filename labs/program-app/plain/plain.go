package plain

// Answer makes this a package that is no program.
const Answer = 42
