// Command go-references reads Go files with go/parser and prints, as JSON lines, where they use the packages that they import.
// The paths of the files are read from standard input, one a line. It is what the reader of this project is compared with.
package main

import (
	"bufio"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strconv"
	"strings"
)

// File is one line of the output.
type File struct {
	File       string      `json:"file"`
	Package    string      `json:"package"`
	Imports    []Import    `json:"imports"`
	References []Reference `json:"references"`
}

// Import is an import declaration.
type Import struct {
	Path string `json:"path"`
	Name string `json:"name"`
	Line int    `json:"line"`
}

// Reference is a use of a package.
type Reference struct {
	Package string `json:"package"`
	Name    string `json:"name"`
	Line    int    `json:"line"`
	Inside  string `json:"inside"`
}

func main() {
	out := json.NewEncoder(os.Stdout)
	paths := bufio.NewScanner(os.Stdin)
	for paths.Scan() {
		set := token.NewFileSet()
		parsed, err := parser.ParseFile(set, paths.Text(), nil, parser.ParseComments)
		if err != nil {
			continue
		}
		if err := out.Encode(read(set, parsed, paths.Text())); err != nil {
			panic(err)
		}
	}
}

func read(set *token.FileSet, parsed *ast.File, path string) File {
	file := File{File: path, Package: parsed.Name.Name, Imports: []Import{}, References: []Reference{}}
	packages := map[string]string{}
	for _, spec := range parsed.Imports {
		path, _ := strconv.Unquote(spec.Path.Value)
		name := usualName(path)
		if spec.Name != nil {
			name = spec.Name.Name
		}
		packages[name] = path
		file.Imports = append(file.Imports, Import{path, name, set.Position(spec.Pos()).Line})
	}
	for _, declaration := range parsed.Decls {
		inside := ""
		if function, ok := declaration.(*ast.FuncDecl); ok {
			inside = function.Name.Name
		}
		ast.Inspect(declaration, func(node ast.Node) bool {
			selector, ok := node.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			// The parser resolves names that the file declares; what is left may be a package.
			if owner, ok := selector.X.(*ast.Ident); ok && owner.Obj == nil && packages[owner.Name] != "" {
				file.References = append(file.References, Reference{packages[owner.Name], selector.Sel.Name, set.Position(owner.Pos()).Line, inside})
			}
			return true
		})
	}
	return file
}

// usualName is what a package is mostly called: the last part of its path that is no version.
func usualName(path string) string {
	parts := strings.Split(path, "/")
	last := parts[len(parts)-1]
	if len(parts) > 1 && isVersion(last) {
		last = parts[len(parts)-2]
	}
	if name, version, ok := strings.Cut(last, ".v"); ok && isVersion("v"+version) {
		return name
	}
	return last
}

func isVersion(part string) bool {
	_, err := strconv.Atoi(strings.TrimPrefix(part, "v"))
	return err == nil && strings.HasPrefix(part, "v")
}
